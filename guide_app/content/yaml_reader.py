"""Read YAML with line numbers, and turn every way in which it can be broken into a finding."""

from __future__ import annotations

import re
from typing import Any

import yaml

from guide_app.content.findings import Findings

MAX_NODES = 400_000
"""More values than this in one file is a YAML bomb (anchors that multiply), not content."""

_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")

_Base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mapping(dict[str, Any]):
    """A YAML mapping that knows where it stands: `line` is its first line, `lines` the line of each key."""

    __slots__ = ("line", "lines")

    def __init__(self) -> None:
        super().__init__()
        self.line = 0
        self.lines: dict[str, int] = {}

    def line_of(self, key: str) -> int:
        """Return the line on which a key stands, or the first line of the mapping."""
        return self.lines.get(key, self.line)


class _Loader(_Base):  # type: ignore[misc]  # PyYAML's C loader is untyped
    """SafeLoader that keeps line numbers and refuses a key that stands twice."""


def _mapping(loader: Any, node: yaml.Node) -> Mapping:  # noqa: ANN401  # PyYAML's loader is untyped
    if not isinstance(node, yaml.MappingNode):
        raise _error("keys and values are wanted here", node)
    # Merge keys (<<) are refused with the other keys that are no text: nobody needs them here.
    result = Mapping()
    result.line = node.start_mark.line + 1
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value
        if not isinstance(key_node, yaml.ScalarNode) or key_node.tag == "tag:yaml.org,2002:merge":
            raise _error("a key must be a word", key_node)
        if key in result:
            raise _error(f"the key “{key}” stands twice", key_node)
        result[key] = loader.construct_object(value_node, deep=True)
        result.lines[key] = line
    return result


def _number(_loader: object, node: yaml.Node) -> int:
    # YAML 1.1 reads 0123 as 83, 9:00 as 540 and 1.10 as 1.1: a telephone number or an hour would change in silence.
    if not isinstance(node, yaml.ScalarNode) or not _WHOLE_NUMBER.fullmatch(node.value):
        raise _error("what is no whole number needs quotation marks", node)
    return int(node.value)


def _refused(_loader: object, node: yaml.Node) -> None:
    raise _error(f"{node.tag} has no use here", node)


def _error(problem: str, node: yaml.Node) -> yaml.YAMLError:
    return yaml.constructor.ConstructorError(None, None, problem, node.start_mark)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
for _kind in ("int", "float"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_kind}", _number)
for _kind in ("set", "omap", "pairs", "binary"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_kind}", _refused)


def load_yaml(text: str, file: str, findings: Findings, first_line: int = 1) -> Any:  # noqa: ANN401  # YAML has any shape
    """Return the value of a YAML text, or None with a finding. `first_line` is the line of the file on which it starts.

    Mappings are `Mapping`s, whose lines count from the first line of `text`.
    """
    try:
        value = yaml.load(text, _Loader)
        _measure(value)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = str(getattr(error, "problem", None) or "it cannot be read")
        # Not mark.line: at the end of a text, libyaml counts a line that is not there.
        line = first_line + (text.count("\n", 0, mark.index) if mark else 0)
        findings.add(file, line, f"the YAML is broken ({what})", "mend the line or the one above it", unusable=True)
        return None
    except (ValueError, OverflowError, RecursionError, AttributeError, KeyError) as error:
        # PyYAML lets these out for a date that does not exist (ValueError) or a value that does not fit its tag:
        # !!bool maybe (KeyError) or !!timestamp soon (AttributeError).
        what = f"a value is impossible: {error}"
        if isinstance(error, RecursionError):
            what = "it is nested too deeply"
        elif isinstance(error, (AttributeError, KeyError)):
            what = "a value does not fit its tag"
        findings.add(file, first_line, f"the YAML is broken ({what})", "mend the value", unusable=True)
        return None
    return value


def _measure(value: object) -> None:
    """Raise ValueError when the value is a bomb or holds half a character. Iterative, so that a ring ends too."""
    waiting = [value]
    nodes = 0
    while waiting:
        item = waiting.pop()
        nodes += 1
        if nodes > MAX_NODES:
            raise ValueError("it repeats itself too often")
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, str) and not item.isascii():
            item.encode()  # a lone surrogate is a ValueError (UnicodeEncodeError)
