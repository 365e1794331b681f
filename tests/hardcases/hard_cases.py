#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of hard cases: made of the marks that tests left (tests/live/support/HardCase), and of the committed table for
test programs that did not run.
usage: hard_cases.py MARKS [--update]
Fails where a case is red, where a server has neither a passing test nor a reason, and where the table is not as the marks
have it; --update writes the table first."""
import argparse
import collections
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
TABLE = HERE / "HARD_CASES.md"
SERVERS = {"mysql80": "MySQL 8.0.33", "mysql9": "MySQL 9.7", "mariadb": "MariaDB 10.11"}
LINE = re.compile(r"^\| (\d+) \| (.+?) \| `(.+)` \| (passed|failed|lacks: .+) \|$")

Mark = collections.namedtuple("Mark", "case server test result")


def program_of(mark):
    """What runs as a whole or not at all."""
    return mark.test.split("::")[0], mark.server


def read_marks(folder):
    marks = set()
    for path in sorted(folder.glob("*.json")):
        mark = json.loads(path.read_text(encoding="utf-8"))
        if mark["result"] == "skipped":
            continue
        result = f"lacks: {mark['reason']}" if mark["result"] == "lacking" else mark["result"]
        marks.add(Mark(mark["case"], mark["server"], mark["test"].replace("|", "/"), result))
    return marks


def read_table():
    servers = {name: server for server, name in SERVERS.items()}
    marks = set()
    for line in TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []:
        found = LINE.match(line)
        if found:
            marks.add(Mark(int(found[1]), servers[found[2]], found[3], found[4]))
    return marks


def state_of(marks):
    """Of one case on one server: what the first table shows."""
    reasons = sorted({mark.result for mark in marks if mark.result.startswith("lacks: ")})
    passed = sum(mark.result == "passed" for mark in marks)
    if any(mark.result == "failed" for mark in marks):
        return "**red**"
    if passed:
        return f"passed ({passed} test{'s' if passed > 1 else ''})"
    return reasons[0].removeprefix("lacks: ") if reasons else "**not proven**"


def render(cases, by_cell):
    lines = [
        "# Hard cases", "",
        "Made by `hard_cases.py` out of what the tests on real servers reported; not written by hand. A sentence in place of a",
        "result says why that server has no such case.", "",
        "| # | Case | What is proven | " + " | ".join(SERVERS.values()) + " |", "| --- " * (3 + len(SERVERS)) + "|"]
    for case in cases:
        states = [state_of(by_cell[case["case"], server]) for server in SERVERS]
        lines.append(f"| {case['case']} | {case['title']} | {case['proves']} | {' | '.join(states)} |")
    lines += ["", "## By these tests", "", "| # | Server | Test | Result |", "| --- | --- | --- | --- |"]
    for case in cases:
        for server, name in SERVERS.items():
            for mark in sorted(by_cell[case["case"], server]):
                lines.append(f"| {mark.case} | {name} | `{mark.test}` | {mark.result} |")
    return "\n".join(lines) + "\n"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("marks", type=pathlib.Path)
    arguments.add_argument("--update", action="store_true")
    options = arguments.parse_args()

    cases = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
    fresh = read_marks(options.marks)
    ran = {program_of(mark) for mark in fresh}
    kept = {mark for mark in read_table() if program_of(mark) not in ran}
    by_cell = collections.defaultdict(list)
    for mark in fresh | kept:
        by_cell[mark.case, mark.server].append(mark)
    table = render(cases, by_cell)
    if options.update:
        TABLE.write_text(table, encoding="utf-8")

    for program, server in sorted({program_of(mark) for mark in kept}):
        print(f"no result of this run, the committed one counts: {program} on {SERVERS[server]}")
    known = {case["case"] for case in cases}
    wrong = [f"case {number} is not in cases.json" for number in sorted({mark.case for mark in fresh} - known)]
    wrong += [f"case {mark.case} is red on {SERVERS[mark.server]}: {mark.test}"
              for mark in sorted(fresh | kept) if mark.result == "failed"]
    wrong += [f"case {case['case']} ({case['title']}) has neither a test nor a reason on {name}"
              for case in cases for server, name in SERVERS.items() if "not proven" in state_of(by_cell[case["case"], server])]
    if not wrong and table != (TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""):
        wrong.append("HARD_CASES.md is not what this run proved; run the tests, then: "
                     f"python3 tests/hardcases/hard_cases.py {options.marks} --update")
    print(*wrong, sep="\n")
    print(f"{len(fresh)} results of this run, {len(kept)} of the committed table")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
