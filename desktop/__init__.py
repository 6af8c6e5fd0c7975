"""The desk: one profile of one office, working with or without a network.

``store`` keeps everything encrypted, ``office`` holds the use cases, ``cli`` speaks to a terminal. What the command
line uses needs no Qt.
"""
