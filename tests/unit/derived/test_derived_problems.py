"""What is found wrong in each bad dataset, with what each problem speaks for; also what only repeats another.

The words are in `golden/dataset/`. After a change: `ACCEPT=1 scripts/test tests/unit/derived/test_derived_problems.py`.
"""

from derived import same
from golden_datasets import BAD, unsound
from limber.dataset import load


def _place(where):
    return ".".join(str(each) for each in where) or "(all)"


def _told(problem, repeats=False):
    at = "key " * problem.at_key + f"{problem.line}:{problem.column}" * bool(problem.line)
    covers = " for " * bool(problem.covers) + ", ".join(_place(each) for each in problem.covers)[:300]
    subject = "" if problem.subject is None else f' as "{problem.subject}"'
    return f"  {_place(problem.where)[:160]} {at}{subject}{covers}{' (repeats)' * repeats}".rstrip()


def test_problems_speak_for_what_they_did(root, monkeypatch):
    said, add, located = [], load._add, load._located

    def adding(before, more):
        more = list(more)
        shown = len(before)
        add(before, more)
        said.extend(_told(each, repeats=True) for each in more if each not in before[shown:])

    def locating(problems, *rest):
        said.extend(map(_told, problems))
        return located(problems, *rest)

    monkeypatch.setattr(load, "_add", adding)
    monkeypatch.setattr(load, "_located", locating)
    monkeypatch.chdir(root)
    for path in BAD:
        said.append(path.stem)
        unsound(path)
    same("problems", said)
