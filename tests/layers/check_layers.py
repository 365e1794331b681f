#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every #include of the sources and fails where one room includes another that it may not see, where core includes
Qt Gui or Widgets, where a C library's header leaves its room, and where a file has no licence or is too long."""
import pathlib
import re
import sys

ALLOWED = {
    "base": set(),
    "change": {"base"},
    "mapping": {"change", "base"},
    "message": {"change", "base"},
    "document": {"message", "mapping", "change", "base"},
    "pipeline": {"message", "mapping", "change", "base"},
    "mysql": {"pipeline", "mapping", "change", "base"},
    "kafka": {"pipeline", "message", "change", "base"},
    "store": {"document", "task", "pipeline", "base"},
    "task": {"document", "pipeline", "message", "mapping", "change", "base"},
    "validation": {"task", "document", "pipeline", "message", "mapping", "change", "base"},
    "instance": {"validation", "task", "document", "pipeline", "base"},
    "sandbox": {"base"},
    "demo": {"sandbox", "mysql", "document", "mapping", "base"},
}
# The folders of core/mysql, from within outwards: each may include itself and those before it; the room's own files all.
MYSQL_FOLDERS = ["bytes", "gtid", "event", "charset", "value", "ddl", "row", "server", "schema", "probe", "load", "stream"]
UI_MAY = {"instance", "validation", "task", "store", "document", "message", "mapping", "pipeline", "change", "base", "demo"}
GUI_HEADERS = re.compile(r"<Q(Widget|Application|Label|Dialog|MainWindow|Painter|Icon|Color|Pixmap|Image|Font|GuiApplication)\b")
ONLY_IN = {"mysql.h": "mysql", "librdkafka/rdkafka.h": "kafka", "librdkafka/rdkafka_mock.h": "kafka"}
# The demo's stand-in broker when no real one is installed.
EXCEPTIONS = {("demo", "librdkafka/rdkafka.h"), ("demo", "librdkafka/rdkafka_mock.h")}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')
MOST_LINES = 400


def check_mysql_folder(relative, header):
    """The same rule inside of core/mysql, whose folders have an order of their own."""
    of, other = relative.parts, header.split("/")
    if of[:2] != ("core", "mysql") or other[:2] != ["core", "mysql"] or len(of) == 3:
        return None
    outer = len(other) == 3 or MYSQL_FOLDERS.index(other[2]) > MYSQL_FOLDERS.index(of[2])
    return f"core/mysql/{of[2]} may not include {header}: it lies further out" if outer else None


def check_include(path, room, quote, header):
    parts = header.split("/")
    if parts[0] == "core" and len(parts) > 2:
        other = parts[1]
        if room in ALLOWED and other != room and other not in ALLOWED[room]:
            return f"core/{room} may not include core/{other}"
        if room == "ui" and other not in UI_MAY:
            return f"ui may not include core/{other}"
    if parts[0] in ("ui", "app") and room in ALLOWED:
        return f"core/{room} may not include {parts[0]}"
    if parts[0] == "app" and room == "ui":
        return "ui may not include app"
    if room in ALLOWED and GUI_HEADERS.match(f"<{header}"):
        return "core may not include Qt Gui or Widgets"
    owner = ONLY_IN.get(header)
    if owner and room != owner and (room, header) not in EXCEPTIONS and room != "tests":
        return f"<{header}> belongs into core/{owner}"
    return None


def main(root):
    faults = []
    files = [f for top in ("app", "core", "ui", "tests") for f in sorted((root / top).rglob("*")) if f.suffix in (".h", ".cpp")]
    for file in files:
        relative = file.relative_to(root)
        room = relative.parts[1] if relative.parts[0] == "core" else relative.parts[0]
        lines = file.read_text(encoding="utf-8").splitlines()
        if len(lines) > MOST_LINES and relative.parts[0] != "tests":
            faults.append(f"{relative}:1: {len(lines)} lines, at most {MOST_LINES}")
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in lines[:3]):
            faults.append(f"{relative}:1: the SPDX lines are missing")
        for number, line in enumerate(lines, 1):
            match = INCLUDE.match(line)
            fault = match and (check_include(file, room, match.group(1), match.group(2))
                               or check_mysql_folder(relative, match.group(2)))
            if fault:
                faults.append(f"{relative}:{number}: {fault}")
    unknown = [d.name for d in (root / "core").iterdir() if d.is_dir() and d.name not in ALLOWED and any(d.glob("*.h"))]
    faults += [f"core/{name}: this room is not in the table of tests/layers/check_layers.py" for name in unknown]
    unknown = [d.name for d in (root / "core/mysql").iterdir() if d.is_dir() and d.name not in MYSQL_FOLDERS]
    faults += [f"core/mysql/{name}: this folder is not in the order of tests/layers/check_layers.py" for name in unknown]
    print("\n".join(faults) if faults else f"{len(files)} files, every include goes inward")
    return 1 if faults else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
