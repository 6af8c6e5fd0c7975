"""Files that travel with the program, and the functions that open them.

Region table, service packs, letter templates, fonts and their licences. Imports nothing of ours and holds no rule.
"""
