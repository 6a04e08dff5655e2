"""Finds the messages in a script, and writes the script as it is with those of one language.

    gettext`Set ${set} of ${sets}`                                  a message; its values are named {set} and {sets}
    gettext`rest ${{ time: seconds(rest) }}`                        one whose value is given a name
    ngettext(sets, gettext`${sets} set`, gettext`${sets} sets`)     the same in the plural form that a number takes
    pgettext("timer", gettext`Next`)                                the same word where it means something else
    oneOf(`each ${limb}`, "each foot", "each leg")                  one of these messages, put together in English

Each becomes a text or a template, so that no catalogue is sent and English goes out as if it had none. This reads what
JavaScript is made of, strings, templates, comments and regular expressions, and understands no more of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from limber.languages.language import ENGLISH, Language
from limber.languages.messages import PLACEHOLDER

MODULE = "scripts/shared/gettext.js"
"""Where the source has these from; in a published site it holds what depends on the language besides."""
TRANSLATORS = "Translators:"
"""What a comment for translators begins with, above a message."""
_PROPER = re.compile(r"PROPER = /.*;")
_CALLS = re.compile(r"\b(?:gettext|ngettext|pgettext|oneOf)\b")
_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')"""
    r"""|(?P<word>[\w$]+)|(?P<sign>.)""",
    re.DOTALL,
)
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
_TEXT = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*", re.DOTALL)
_PIECE = re.compile(r"\{\w+\}|.", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
_BEFORE_REGEX = set("return typeof case in of delete void throw new else do yield await".split())  # noqa: SIM905
_OTHER_SIDE = {"Left": "Right", "Right": "Left"}
_OPENING, _CLOSING = "([{", ")]}"


class ScriptError(Exception):
    """A message that cannot be read, with its line in the script."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"{line}: {what}")


@dataclass(frozen=True)
class Found:
    """A message in a script, for a catalogue: its words, singular and plural where it has both, and its context."""

    line: int
    words: tuple[str, ...]
    context: str = ""
    comments: tuple[str, ...] = ()


@dataclass
class _Token:
    kind: str
    text: str
    line: int
    parts: list[str | list[_Token]] = field(default_factory=list)
    """Of a template: its texts and, between them, the tokens of its values."""


@dataclass(frozen=True)
class _Message:
    """A tagged template: its words, and the code of each value by its name."""

    words: str
    values: dict[str, str]
    texts: dict[str, str] = field(default_factory=dict)
    """The values that are strings, by name; each is put in here and now."""


def in_language(source: str, language: Language) -> str:
    """A script with each message in a language. Raises `ScriptError`."""
    return _Script(source, language).text if _CALLS.search(source) else source


def messages(source: str) -> Sequence[Found]:
    """The messages of a script. Raises `ScriptError`."""
    return _Script(source, ENGLISH).found if _CALLS.search(source) else ()


def module(source: str, language: Language) -> str:
    """The module that the others import, for a language: its numbers, dates and nouns, and its keys with arrows."""
    source = source.replace(f'"{_tag(ENGLISH)}"', f'"{_tag(language)}"')
    if language.direction == "rtl":
        source = re.sub(r"Arrow(Left|Right)", lambda key: f"Arrow{_OTHER_SIDE[key[1]]}", source)
    if language.capitalizes_nouns:
        source = _PROPER.sub("PROPER = /^/;", source)
    if language.code == "de":
        source = source.replace("return typed;", 'return typed.replace(/([aou])e/g, "$1");')
    if language.decimal_mark == ENGLISH.decimal_mark:
        return source
    form = f'value.toLocaleString("{language.code}-u-nu-latn", {{ useGrouping: false, maximumFractionDigits: 6 }})'
    return source.replace("return value;", f"return {form};")


def _tag(language: Language) -> str:
    """What browsers call the place whose customs hold: `de-DE`."""
    return language.locale.replace("_", "-")


class _Script:
    def __init__(self, source: str, language: Language) -> None:
        self._language = language
        self.found: list[Found] = []
        tokens, end = _tokens(source, 0, 1)
        if end < len(source):
            raise ScriptError(source.count("\n", 0, end) + 1, "this closes what is not open.")
        self.text = self._said(tokens)
        self.found.sort(key=lambda each: each.line)

    def _said(self, tokens: Sequence[_Token]) -> str:
        """The code of these tokens, with each message in the language."""
        said, at = [], 0
        while at < len(tokens):
            token = tokens[at]
            call = self._call(tokens, at) if token.kind == "word" and not _is_part(tokens, at) else None
            if call:
                text, at = call
            elif token.kind == "template":
                text, at = self._template(token), at + 1
            else:
                text, at = token.text, at + 1
            said.append(text)
        return "".join(said)

    def _template(self, token: _Token) -> str:
        parts = (each if isinstance(each, str) else f"${{{self._said(each)}}}" for each in token.parts)
        return f"`{''.join(parts)}`"

    def _call(self, tokens: Sequence[_Token], at: int) -> tuple[str, int] | None:
        """The code of a message that begins at a word, and where it ends; nothing where none does."""
        name, line = tokens[at].text, tokens[at].line
        if name == "gettext" and at + 1 < len(tokens) and tokens[at + 1].kind == "template":
            message = self._message(tokens[at + 1])
            self._note(tokens, at, (message.words,))
            return _literal(self._language.translated(message.words), message), at + 2
        read = {"ngettext": self._plural, "pgettext": self._in_context, "oneOf": self._one_of}.get(name)
        if not read or at + 1 == len(tokens) or tokens[at + 1].text != "(":
            return None
        arguments, end = _arguments(tokens, at + 1)
        return read(tokens, at, arguments, line), end

    def _plural(self, tokens: Sequence[_Token], at: int, arguments: list[list[_Token]], line: int) -> str:
        if len(arguments) != 3:
            raise ScriptError(line, "ngettext takes a number and two messages.")
        one, several = (self._tagged(each, line) for each in arguments[1:])
        self._note(tokens, at, (one.words, several.words))
        values = _Message(several.words, {**one.values, **several.values}, {**one.texts, **several.texts})
        forms = self._language.forms(one.words, several.words)
        if len({*forms}) == 1:
            return _literal(forms[0], values)
        number = self._said(arguments[0]).strip()
        plural = self._language.plural if one.words in self._language.messages else ENGLISH.plural
        if plural == ENGLISH.plural:
            return _either(number, forms[0], forms[1], values)
        literals = ", ".join(_literal(form, values) for form in forms)
        return f"[{literals}][((n) => +({plural}))({number})]"

    def _in_context(self, tokens: Sequence[_Token], at: int, arguments: list[list[_Token]], line: int) -> str:
        if len(arguments) != 2 or [each.kind for each in arguments[0]] != ["string"]:
            raise ScriptError(line, "pgettext takes a context, as a string, and a message.")
        message, context = self._tagged(arguments[1], line), _cooked(arguments[0][0].text[1:-1])
        self._note(tokens, at, (message.words,), context)
        return _literal(self._language.translated(message.words, context), message)

    def _one_of(self, tokens: Sequence[_Token], at: int, arguments: list[list[_Token]], line: int) -> str:
        if len(arguments) < 2 or any([each.kind for each in given] != ["string"] for given in arguments[1:]):
            raise ScriptError(line, "oneOf takes a text, and as strings all messages that it may be.")
        words = [_cooked(given[0].text[1:-1]) for given in arguments[1:]]
        for each in words:
            self._note(tokens, at, (each,))
        told = {each: said for each in words if (said := self._language.translated(each)) != each}
        text = self._said(arguments[0]).strip()
        return f"({json.dumps(told, ensure_ascii=False)}[{text}] ?? {text})" if told else f"({text})"

    def _tagged(self, tokens: list[_Token], line: int) -> _Message:
        if [each.text for each in tokens[:1]] != ["gettext"] or [each.kind for each in tokens[1:]] != ["template"]:
            raise ScriptError(line, "a message is written gettext`…` here.")
        return self._message(tokens[1])

    def _message(self, token: _Token) -> _Message:
        words: list[str] = []
        values: dict[str, str] = {}
        texts: dict[str, str] = {}
        for part in token.parts:
            if isinstance(part, str):
                words.append(text := _cooked(part))
                if PLACEHOLDER.search(text):
                    raise ScriptError(token.line, "a word in braces stands for a value; put it into a const.")
                continue
            name, value = _named(part, token.line)
            code = self._said(value).strip()
            if [each.kind for each in _stripped(value)] == ["string"]:
                texts[name] = _cooked(code[1:-1])
            elif values.setdefault(name, code) != code:
                raise ScriptError(token.line, f"two values are called {name}; put one into a const.")
            words.append(f"{{{name}}}")
        return _Message("".join(words), values, texts)

    def _note(self, tokens: Sequence[_Token], at: int, words: tuple[str, ...], context: str = "") -> None:
        self.found.append(Found(tokens[at].line, words, context, tuple(_comments(tokens, at))))


def _tokens(source: str, at: int, line: int) -> tuple[list[_Token], int]:
    """The tokens up to the bracket that closes what was open before, and where it is."""
    found: list[_Token] = []
    depth, last = 0, ""
    while at < len(source):
        sign = source[at]
        if sign in _CLOSING and not depth:
            break
        if sign == "`":
            token, end = _template(source, at, line)
        elif sign == "/" and _may_be_regex(last) and (regex := _REGEX.match(source, at)) and source[at + 1] not in "/*":
            token, end = _Token("regex", regex[0], line), regex.end()
        else:
            match = _TOKEN.match(source, at)
            assert match and match.lastgroup  # noqa: S101 (any sign is one)
            token, end = _Token(match.lastgroup, match[0], line), match.end()
            if token.kind == "sign":
                depth += (sign in _OPENING) - (sign in _CLOSING)
        found.append(token)
        line += source.count("\n", at, end)
        at = end
        last = last if token.kind in ("space", "comment") else token.text
    return found, at


def _template(source: str, at: int, line: int) -> tuple[_Token, int]:
    """The template that begins at a backtick, and where it ends."""
    parts: list[str | list[_Token]] = []
    start, at = at, at + 1
    while True:
        match = _TEXT.match(source, at)
        text = match[0] if match else ""
        parts.append(text)
        at += len(text)
        if source[at : at + 2] != "${":
            break
        inner, at = _tokens(source, at + 2, line + source.count("\n", start, at))
        parts.append(inner)
        at += 1
    if source[at : at + 1] != "`":
        raise ScriptError(line, "a template has no end.")
    return _Token("template", source[start : at + 1], line, parts), at + 1


def _may_be_regex(last: str) -> bool:
    """Whether a slash after this token begins a regular expression, and does not divide."""
    return not last or last in _BEFORE_REGEX or (last[-1] not in ")]}`\"'" and not re.match(r"[\w$]", last[-1]))


def _is_part(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a word is a property, or is declared here."""
    before = next((each.text for each in reversed(tokens[:at]) if each.kind not in ("space", "comment")), "")
    return before in (".", "function", "const")


def _arguments(tokens: Sequence[_Token], at: int) -> tuple[list[list[_Token]], int]:
    """The arguments in the brackets that open at a token, without space around them, and where they end."""
    found: list[list[_Token]] = [[]]
    depth = 0
    for number in range(at, len(tokens)):
        token = tokens[number]
        if token.kind == "sign":
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
            if not depth:
                return [given for each in found if (given := _stripped(each))], number + 1
            if (number == at) or (depth == 1 and token.text == ","):
                found += [[]] if number > at else []
                continue
        found[-1].append(token)
    raise ScriptError(tokens[at].line, "a bracket has no end.")


def _stripped(tokens: list[_Token]) -> list[_Token]:
    said = [number for number, each in enumerate(tokens) if each.kind not in ("space", "comment")]
    return tokens[said[0] : said[-1] + 1] if said else []


def _named(value: list[_Token], line: int) -> tuple[str, list[_Token]]:
    """What a value is called in a message, and the value: `{ time: seconds(rest) }`, or the last name in it."""
    said = _stripped(value)
    label = [each for each in said[:4] if each.kind != "space"][:3]
    if [each.text for each in label[:1]] == ["{"] and label[2].text == ":" and said[-1].text == "}":
        return label[1].text, said[said.index(label[2]) + 1 : -1]
    names = [each.text for each in value if each.kind == "word" and not each.text[0].isdigit()]
    if not names:
        raise ScriptError(line, "a value without a name; put it into a const.")
    return names[-1], value


def _comments(tokens: Sequence[_Token], at: int) -> Iterator[str]:
    """What the comment above a message says to translators, on the lines that end right above it or on its own."""
    above: list[str] = []
    line = tokens[at].line
    for each in reversed(tokens[:at]):
        if each.kind == "comment" and each.line + each.text.count("\n") >= line - 1:
            above.insert(0, each.text.removeprefix("//").removeprefix("/*").removesuffix("*/").strip(" *"))
            line = each.line
            if above[0].startswith(TRANSLATORS):
                yield from above
                return
        elif each.line < line - 1:
            return


def _cooked(raw: str) -> str:
    """The text that a string or a template holds, from how it is written."""

    def sign(found: re.Match[str]) -> str:
        code = found[1] or found[2] or found[3]
        return chr(int(code, 16)) if code else _SIGNS.get(found[4], found[4])

    return _ESCAPE.sub(sign, raw)


def _literal(words: str, message: _Message) -> str:
    """Words with their values as code: a string, or a template where there are values."""
    words = _with_texts(words, message)
    if not PLACEHOLDER.search(words):
        return json.dumps(words, ensure_ascii=False)
    return f"`{_inner(words, message)}`"


def _inner(words: str, message: _Message) -> str:
    """What stands between the backticks of a template."""
    parts = re.split(PLACEHOLDER, words)
    said = (_escaped(each) if not number % 2 else f"${{{message.values[each]}}}" for number, each in enumerate(parts))
    return "".join(said)


def _either(number: str, one: str, several: str, message: _Message) -> str:
    """The code of two plural forms, with what both begin and end with written once."""
    first, second = (_PIECE.findall(_with_texts(each, message)) for each in (one, several))
    begin = _in_common(first, second)
    end = _in_common(first[begin:][::-1], second[begin:][::-1])
    parts = [_literal("".join(each[begin : len(each) - end]), message) for each in (first, second)]
    choice = f"{number} === 1 ? {parts[0]} : {parts[1]}"
    if not begin and not end:
        return f"({choice})"
    before, behind = ("".join(part) for part in (first[:begin], first[len(first) - end :]))
    return f"`{_inner(before, message)}${{{choice}}}{_inner(behind, message)}`"


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """With how many of the same pieces both begin."""
    return next(
        (at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs),
        min(len(one), len(other)),
    )


def _with_texts(words: str, message: _Message) -> str:
    return PLACEHOLDER.sub(lambda found: message.texts.get(found[1], found[0]), words)


def _escaped(text: str) -> str:
    return re.sub(r"[\\`]|\$(?=\{)", r"\\\g<0>", text)
