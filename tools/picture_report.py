"""Make docs/images/report.png: the report of the seed's record, as headless Chromium shows it.

python tools/picture_report.py        (needs `chromium` on the path)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "report.png"
SIZE = "1180,860"


def main() -> None:
    browser = shutil.which("chromium") or sys.exit("chromium is not on the path")
    record = ROOT / "fixtures" / "articles" / "seed-text" / "record.json"
    PICTURE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        run = [sys.executable, "-c", "from articleparse.cli import run; run()"]
        subprocess.run([*run, "view", str(record), "-o", str(page)], check=True)
        shot = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        shot += [f"--user-data-dir={folder}/profile", f"--window-size={SIZE}"]
        subprocess.run([*shot, f"--screenshot={PICTURE}", page.as_uri()], check=True)


if __name__ == "__main__":
    main()
