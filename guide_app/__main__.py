"""`python -m guide_app` is `guide-app`."""

import sys

from guide_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
