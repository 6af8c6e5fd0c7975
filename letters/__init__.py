"""A letter as bytes: rendered with Typst, signed and verified with pyHanko.

Each phase of signing is a type, written, verified and only then committed; a verdict says four things apart instead
of a boolean. Needs neither Qt nor a database.
"""

from letters.offline import stay_offline

stay_offline()
