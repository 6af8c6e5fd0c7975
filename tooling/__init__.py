"""What ``run.py`` is made of: setting up, checking and locking, with the standard library only.

Two modules are run inside ``.venv`` as checks of their own: ``tooling.shape`` and ``tooling.licences``.
"""
