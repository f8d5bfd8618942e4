"""Write the golden files of the citations anew: `python -m tests.citations.renew_golden`.

Read the difference before it is committed.
"""

from __future__ import annotations

from .golden_files import FOLDER, golden_texts


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    texts = golden_texts()
    for path in FOLDER.iterdir():
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_bytes(text.encode())
    print(f"{len(texts)} golden files in {FOLDER}")


if __name__ == "__main__":
    main()
