"""The Nu HTML Checker: one Java process for all pages.

It is looked for where VNU_JAR says, and where `npm install vnu-jar` puts it.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ["node_modules", ".venv/node_modules"]


def find_jar() -> Path | None:
    """The program of the checker; None where it is not installed."""
    named = os.environ.get("VNU_JAR", "")
    places = [ROOT / folder / "vnu-jar/build/dist/vnu.jar" for folder in FOLDERS]
    found = [Path(named)] if named else places
    return next((jar for jar in found if jar.is_file()), None)


def why_there_is_none() -> str:
    """What is missing to check HTML, in words; "" where nothing is."""
    if shutil.which("java") is None:
        return "HTML is not checked: there is no Java runtime (java)."
    if find_jar() is None:
        return (
            "HTML is not checked: there is no Nu HTML Checker. Install it with "
            "`npm install --prefix .venv vnu-jar`, or name it in VNU_JAR."
        )
    return ""


def complaints(pages: dict[str, bytes], folder: Path) -> list[str]:
    """Every error, warning and remark on these pages: address → HTML."""
    files = {}
    for number, (url, body) in enumerate(pages.items()):
        file = folder / f"{number}.html"
        file.write_bytes(body)
        files[file.as_uri()] = url
    java, jar = shutil.which("java"), find_jar()
    names = [str(folder / f"{number}.html") for number in range(len(pages))]
    command = [str(java), "-jar", str(jar), "--format", "json", "--stdout"]
    done = subprocess.run(  # noqa: S603 The jar that the developer installed.
        [*command, "--exit-zero-always", *names],
        capture_output=True,
        check=True,
        text=True,
        timeout=300,
    )
    return [
        f"{files.get(told['url'].replace('file:/', 'file:///', 1), told['url'])} "
        f"line {told.get('lastLine')}: {told['message']} {told.get('extract', '')!r}"
        for told in json.loads(done.stdout)["messages"]
    ]
