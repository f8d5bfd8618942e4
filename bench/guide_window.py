"""A start of the guide, as `guide-app` makes it. Prints when the first article was painted."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

gc.disable()  # as `guide-app` does

from guide_app.app import WindowOptions, build, make_application  # noqa: E402
from guide_app.paths import paths_for  # noqa: E402


def main() -> None:
    content = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    application = make_application(["guide-app"])
    paths = paths_for(Path(sys.argv[1]), os.environ)
    program = build(application, WindowOptions(content=content), paths)
    from bench.painted import Painted  # after the start, so that it costs the start nothing

    painted = Painted(program.window.article.viewport(), application)
    program.run()
    painted.report()


if __name__ == "__main__":
    main()
