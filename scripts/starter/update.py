"""Brings a newer Limber into a coach's site: its code, beside the data and words as the coach has them."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import textwrap
from pathlib import Path

from starter.history import WORDS, GitError, Repository, is_data
from tools.shipped import names_limber

ROOT = Path(__file__).resolve().parents[2]
NAME = "limber"
"""Of the remote in which git keeps where Limber is."""
BACK = "\nBack to how it was: git merge --abort && scripts/install"
_NO_HISTORY = """\
This folder has no history: it was unpacked, not cloned. git has to know what is yours before anything can be replaced.
    Type these once, then scripts/update ADDRESS again:
        git init
        git add .
        git commit -m "My site"
"""


def main() -> None:
    """`update [ADDRESS]`."""
    parser = argparse.ArgumentParser(prog="scripts/update", description="Bring a newer Limber into your site.")
    parser.add_argument("address", nargs="?", help="where Limber is: the address or the folder of its git repository")
    asked = parser.parse_args()
    project = Repository(ROOT)
    try:
        _ready(project)
        is_folder = asked.address and Path(asked.address).is_dir()
        newest = _fetched(project, str(Path(asked.address).resolve()) if is_folder else asked.address)
        if project.is_in(newest, "HEAD"):
            sys.exit(f"Limber has nothing newer than {_called(project, newest)}, which is here.")
        base = _base(project, newest)
        kept = _merged(project, base, newest)
        _tell(project, base, newest, kept)
        _stop_where_both_changed(project)
        _sound()
        project.ask("commit", "--quiet", "--no-edit", "-m", f"Update Limber to {_called(project, newest)}")
    except GitError as refused:
        sys.exit(f"git says: {refused}{BACK if _is_open(project) else ''}")
    except KeyboardInterrupt:
        sys.exit(f"\nStopped.{BACK if _is_open(project) else ' Nothing was changed.'}")
    print("It is committed. See it: scripts/serve. Then: scripts/check\nBack to how it was: git reset --hard HEAD~1")


def _ready(project: Repository) -> None:
    """Stop unless there is a history, all is in it, and git knows who commits."""
    if not (project.folder / ".git").exists():
        sys.exit(_NO_HISTORY)
    if not project.try_("rev-parse", "--verify", "HEAD"):
        sys.exit('Nothing is committed yet: git add . && git commit -m "My site"')
    if _is_open(project):
        sys.exit(f"An update was begun and not ended. To end it: git commit.{BACK}")
    if open_ := project.paths("diff", "--name-only", "HEAD"):
        sys.exit(
            f"Not committed yet: {_named(open_)}.\n"
            '    Nothing is updated until it is: git add . && git commit -m "My changes"'
        )
    if not project.try_("var", "GIT_COMMITTER_IDENT"):
        sys.exit(
            "git does not know who you are: git config user.name 'Kim Hale' && git config user.email kim@example.org"
        )


def _fetched(project: Repository, address: str | None) -> str:
    """The newest version of Limber, which is fetched; where it is stays known."""
    known = project.try_("remote", "get-url", NAME)
    came_from = project.try_("remote", "get-url", "origin")
    if not (where := address or known or came_from):
        sys.exit("Say where Limber is, once: scripts/update https://host/owner/limber")
    project.ask("fetch", "--quiet", "--no-tags", where, "HEAD")
    newest = project.ask("rev-parse", "FETCH_HEAD")
    if not names_limber(project.text(newest, "data/site.yaml")):
        sys.exit(f"{where} is not Limber, but a site made of it. Say where Limber is: scripts/update ADDRESS")
    if where != known:
        project.ask("remote", *(("set-url", NAME) if known else ("add", NAME)), where)
    return newest


def _base(project: Repository, newest: str) -> str:
    """The version that this site came from. A copy that was unpacked shares no history: it is joined to the likest."""
    if base := project.try_("merge-base", "HEAD", newest):
        return base
    base, differing = project.most_alike(newest)
    print(f"This copy is most like {_called(project, base)}; of Limber's own files {len(differing)} differ from it.")
    joined = f"Say that this site came from {_called(project, base)}"
    project.ask("merge", "--quiet", "-s", "ours", "--allow-unrelated-histories", "-m", joined, base)
    return base


def _merged(project: Repository, base: str, newest: str) -> list[str]:
    """Merge without a commit, with the coach's side of what is the coach's; returns what of it Limber changed, too."""
    touched = {*project.changed(base, "HEAD", *WORDS)}
    merge = ("-c", "merge.renames=false", "merge", "--quiet", "--no-commit", "--no-ff", newest)
    try:
        project.ask(*merge)
    except GitError:
        if not _is_open(project):
            raise
    _put_back(project, touched)
    return sorted(touched & {*project.changed(base, newest, *WORDS)})


def _put_back(project: Repository, touched: set[str]) -> None:
    """Give the coach's files back, in the folder and for the commit: those that Limber added or changed meanwhile."""
    here = {*project.paths("ls-tree", "-r", "--name-only", "HEAD")}
    there = here | {*project.paths("ls-files")}
    data_too = not names_limber(project.text("HEAD", "data/site.yaml"))  # a site with another name than Limber's
    own = {each for each in there if each in touched or (data_too and is_data(each))}
    if own:
        project.ask("reset", "--quiet", "HEAD", "--", *own)
    for each in own - here:
        (project.folder / each).unlink(missing_ok=True)
    if own & here:
        project.ask("restore", "--worktree", "--", *(own & here))


def _is_open(project: Repository) -> bool:
    """Whether a merge was begun and not committed."""
    return bool(project.try_("rev-parse", "--verify", "MERGE_HEAD"))


def _tell(project: Repository, base: str, newest: str, kept: list[str]) -> None:
    """Say what came, and what did not since the coach has changed it."""
    print(f"From {_called(project, base)} to {_called(project, newest)}. What Limber says of it:")
    came = _entries(project.text(newest, "CHANGELOG.md"), {*_entries(project.text(base, "CHANGELOG.md"), set())})
    for each in came or ["- Small things."]:
        print(textwrap.fill(each, 100, subsequent_indent="  "))
    for path in kept:
        print(f"{path} is as you wrote it. What Limber changed in its own: git diff {base[:9]} {newest[:9]} -- {path}")


def _entries(changelog: str, known: set[str]) -> list[str]:
    """The entries of a list of changes that are not known yet, each on a line."""
    found = re.findall(r"^- .+(?:\n  .+)*", changelog, re.MULTILINE)
    each_on_a_line = (" ".join(entry.split()) for entry in found)
    return [each for each in each_on_a_line if each not in known]


def _stop_where_both_changed(project: Repository) -> None:
    both = sorted({*project.paths("diff", "--name-only", "--diff-filter=U")})
    if not both:
        return
    print(f"\nYou have changed what Limber changed, too: {_named(both)}.", file=sys.stderr)
    sys.exit(
        "    Open each: yours stands above =======, Limber's below. Write what shall hold, then: git add FILE\n"
        "    To take Limber's instead: git checkout --theirs FILE && git add FILE\n"
        f"    Then: scripts/install && .venv/bin/python scripts/validate.py && git commit{BACK}"
    )


def _sound() -> None:
    """Install what the newer version needs, and have it read the data; stop where it finds a problem."""
    for command in (["scripts/install"], [".venv/bin/python", "scripts/validate.py"]):
        sys.stdout.flush()
        if subprocess.run(command, cwd=ROOT, timeout=600).returncode:
            sys.exit(
                f"\nThe newer Limber is here and not committed yet, for {command[-1]} found what stands above.\n"
                f"    Mend it, then: git add . && git commit{BACK}"
            )


def _called(project: Repository, version: str) -> str:
    return project.ask("log", "-1", "--format=%h of %cs", version)


def _named(paths: list[str]) -> str:
    return ", ".join(paths[:6]) + (f" and {len(paths) - 6} more" if len(paths) > 6 else "")


if __name__ == "__main__":
    main()
