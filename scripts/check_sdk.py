"""Checks the plugin's adapter against BakkesMod's real headers, without Windows.

    python scripts/check_sdk.py PATH_OF_THE_SDK

The headers are written for another compiler and for file names without case. They are left as they
are: a tree of links outside the SDK gives them the names they ask for, and a few words that only
that compiler knows are defined away. Nothing is linked; the plugin itself is built on Windows.
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
ADAPTER = ROOT / "plugin_cpp/bakkesmod"
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.MULTILINE)
WORDS = ("__pragma(x)=", "__declspec(x)=", "_NODISCARD=[[nodiscard]]", "__stdcall=")
FLAGS = (
    "-std=c++20",
    "-fsyntax-only",
    "-fno-canonical-system-headers",
    "-fpermissive",
    "-w",
    "-Wall",
    "-Wextra",
    "-Wconversion",
)
# Standard headers that the SDK uses and leaves to its users to include.
LEFT_OUT = (
    "cstdint",
    "functional",
    "memory",
    "string",
    "typeindex",
    "vector",
    "cmath",
    "filesystem",
)


def main(arguments: list[str]) -> int:
    """0 if every file of the adapter agrees with the headers, else 1."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "include/bakkesmod").is_dir():
        print(__doc__)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        tree = _links(Path(arguments[0]).resolve(), Path(folder))
        failed = [source.name for source in _sources(tree) if not _agrees(source, tree)]
    print(f"{len(failed)} of the adapter's files do not agree", *failed)
    return min(len(failed), 1)


def _sources(tree: Path) -> Iterator[Path]:
    has_imgui = (tree / "imgui/imgui.h").exists()
    for source in sorted(ADAPTER.glob("*.cpp")):
        if has_imgui or source.name != "settings_window.cpp":
            yield source


def _agrees(source: Path, tree: Path) -> bool:
    folders = [ADAPTER, ROOT / "plugin_cpp/core/include"]
    command = ["g++", *FLAGS, *(f"-D{word}" for word in WORDS), "-isystem", str(tree)]
    # That compiler also looks in the folders of whoever includes the includer.
    for folder in [path for path in (tree / "bakkesmod").rglob("*") if path.is_dir()]:
        command += ["-idirafter", str(folder)]
    command += [f"-I{folder}" for folder in folders]
    command += [part for header in LEFT_OUT for part in ("-include", header)]
    if (tree / "imgui/imgui.h").exists():
        command.append("-DROCKETTRAINER_IMGUI")
    return subprocess.run([*command, str(source)], check=False).returncode == 0


def _links(sdk: Path, tree: Path) -> Path:
    """Links to every header under its own name and under each that another header asks for."""
    headers = {path.relative_to(sdk / "include"): path for path in (sdk / "include").rglob("*.h*")}
    names = {str(name).lower(): path for name, path in headers.items()}
    for name, path in headers.items():
        _link(tree / name, path)
    for name, path in headers.items():
        for wanted in INCLUDE.findall(path.read_text("utf-8", errors="replace")):
            plain = wanted.replace("\\", "/")
            for folder in (name.parent, *name.parents, Path("bakkesmod/wrappers")):
                place = _normal(folder / plain)
                if found := names.get(str(place).lower()):
                    _link(tree / place, found)
                    _link(tree / folder / wanted, found)
                    break
    for archive in sdk.glob("imgui*.zip"):
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(tree)
    return tree


def _normal(path: Path) -> Path:
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts:
            parts.pop()
        elif part not in {".", ".."}:
            parts.append(part)
    return Path(*parts)


def _link(place: Path, target: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        place.symlink_to(target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
