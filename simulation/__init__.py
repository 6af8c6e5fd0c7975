"""A hub and three desks in one process, with every fault, from a seed (`docs/reliability.md`).

It stands above both programs, is not shipped, and holds no model of either: the real `domain`, `sync`, `hub/service`,
`hub/store`, `desktop/store` and the use cases of `desktop/office` run on real SQLite files. Only the craft of letters
is stood in for (`simulation.papers`), and what is outside of a program: time, chance, network and disk.
"""
