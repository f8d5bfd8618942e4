"""The script that installs what Debian or Ubuntu lack: stand-ins for dpkg and apt say what is there and what works."""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "tools" / "system-libraries"
QT = "libegl1"
STAND_INS = {
    "id": "echo $USER_ID",
    "sudo": "exit 1",
    "sleep": "exit 0",
    # Installed is everything but what stands in the file "missing"; its t64 name comes second.
    "dpkg-query": 'shift 2; if grep -qx "$1" missing; then exit 1; else echo "ii "; fi',
    "apt-get": """
        echo "$@" >> calls
        case "$*" in
            *update*) touch updated ;;
            *" -s "*) ! grep -qx "$(echo "$*" | sed 's/.* //')" unknown ;;
            *)
                [ -e updated ] || [ ! -e stale ] || exit 100
                for word in "$@"; do ! grep -qx -e "$word" unknown || exit 100; done
                for word in "$@"; do sed -i "/^$word$/d" missing; done ;;
        esac""",
}


@pytest.fixture
def libraries(tmp_path):
    """Return a function that runs the script where some packages are missing and apt does not know some."""
    for name, text in STAND_INS.items():
        file = tmp_path / "bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\n{text}\n")
        file.chmod(0o755)

    def run(*missing, unknown=(), stale=False, user="0", what="test"):
        for name, words in (("missing", missing), ("unknown", unknown)):
            (tmp_path / name).write_text("".join(f"{word}\n" for word in words))
        if stale:
            (tmp_path / "stale").touch()
        environ = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "USER_ID": user}
        done = subprocess.run(
            [SCRIPT, what], cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=120, check=False
        )
        return done.returncode, done.stderr

    run.calls = lambda: (tmp_path / "calls").read_text() if (tmp_path / "calls").exists() else ""
    return run


def test_where_all_is_there_nothing_is_done(libraries):
    assert libraries() == (0, "")
    assert libraries.calls() == ""


@pytest.mark.parametrize("stale", [False, True])
def test_what_is_missing_is_installed_also_with_old_lists(libraries, stale):
    assert libraries(QT, "xclip", stale=stale) == (0, "")
    assert ("update" in libraries.calls()) is stale
    assert f"{QT} xclip" in libraries.calls()
    assert "DPkg::Lock::Timeout" in libraries.calls()


def test_what_only_tests_need_may_be_unknown_here_and_the_rest_is_installed(libraries):
    code, words = libraries(QT, "xclip", "pandoc", unknown=["pandoc"])
    assert code == 0
    assert words.endswith("sudo apt-get install --no-install-recommends pandoc\n")


def test_without_what_qt_needs_it_ends(libraries):
    code, words = libraries(QT, "xclip", unknown=[QT])
    assert code == 2
    assert words.endswith(f"sudo apt-get install --no-install-recommends {QT}\n")


def test_python_s_own_part_for_environments_is_one_of_them(libraries):
    assert libraries(QT, "python3-venv", what="venv") == (0, "")
    assert libraries("python3-venv", unknown=["python3-venv"], what="venv")[0] == 2


@pytest.mark.parametrize(("missing", "code"), [(QT, 2), ("xclip", 0)])
def test_who_may_not_install_is_told_the_command(libraries, missing, code):
    told = libraries(missing, user="1000")
    assert told[0] == code
    assert told[1].endswith(f"sudo apt-get install --no-install-recommends {missing}\n")
    assert libraries.calls() == ""
