"""The windows, offscreen: real pages over real desks, driven by their own controls."""
