"""The library's own plugin, from this tree and not from where it may be installed."""

pytest_plugins = ["articleparse.pytest_plugin", "pytester"]
