"""Tests of the shape of the code: ceilings, names, licences, what may be in the repository."""
