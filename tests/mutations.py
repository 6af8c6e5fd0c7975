"""Bytes that begin as something real and are then bent, as a broken disk, a cut line or a hostile hand does it."""

from typing import Final

from hypothesis import strategies as st

_ODD: Final = (
    b"\0",
    b"\xff",
    b"9" * 400,
    b"-1",
    b"1e400",
    b"NaN",
    b'"\\ud800"',
    b'"\\u0000"',
    b"null",
    b"[" * 300,
    b"{",
    b'"',
    b"\n",
    b"<<",
    b">>",
    b"stream\r\n",
    b"0 R",
)


@st.composite
def bent(draw: st.DrawFn, seed: bytes) -> bytes:
    """The seed with up to four cuts, swaps, doublings and strange words in it; now and then something of its own."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=300))
    found = bytearray(seed)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(found)))
        length = draw(st.integers(0, 40))
        deed = draw(st.integers(0, 4))
        if deed == 0:
            del found[start : start + length]
        elif deed == 1:
            found[start : start + length] = draw(st.sampled_from(_ODD))
        elif deed == 2:
            found[start:start] = found[start : start + length] * draw(st.integers(1, 3))
        elif deed == 3:
            found[start : start + 1] = bytes([draw(st.integers(0, 255))])
        else:
            del found[start:]
    return bytes(found)
