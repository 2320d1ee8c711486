"""The text of the file: docstring, imports, helpers, classes, first weights, training settings, checkpoint, timm."""

from __future__ import annotations

import ast
import inspect
import json
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from explorer import __version__
from explorer.analysis import settings_of
from explorer.core import rules
from explorer.core.recipe import Recipe
from explorer.export.python.bricks import BRICK
from explorer.export.python.classes import Kind, Tree, defining_module
from explorer.export.python.expressions import Code, Expression, Factory, Lit, Writer, literal
from explorer.export.python.methods import source_of
from explorer.export.python.names import Definitions, module_of, sorted_imports
from models.registry import Architecture

RECIPE_KEY, DIGEST_KEY = "architecture_explorer.recipe", "architecture_explorer.digest"
FILE_WIDTH = 128
NAMED = '''def named(layers: dict[str, nn.Module]) -> nn.Sequential:
    """A Sequential whose layers have names of their own."""
    return nn.Sequential(OrderedDict(layers))'''


@dataclass(frozen=True)
class Facts:
    """What the file says about itself besides its code."""

    recipe: Recipe
    architecture: Architecture
    analysis: Mapping[str, Any]


def python_source(tree: Tree, facts: Facts) -> tuple[str, list[str]]:
    """The whole file, and the names of the classes in it. The same recipe gives the same text."""
    kinds = tree.ordered()
    root = kinds[-1]
    initialise = facts.architecture.initialiser(facts.recipe.preset)
    functions = [initialise, *tree.companions]
    defined = {k.name for k in kinds} | {f.__name__ for f in functions} | {k.type.__name__ for k in kinds}
    definitions = Definitions(defined)
    for kind in kinds:
        for name, text in kind.methods.items():
            definitions.follow(_annotated(text, kind.methods), sys.modules[defining_module(kind.type, name)], kind.name)
    for function in functions:
        definitions.follow(source_of(function, function.__name__), module_of(function), function.__name__)

    signatures = tree.signatures()
    classes = [_class(kind, Writer(signatures)) for kind in kinds[:-1]]
    classes.append(_class(root, Writer(signatures, _shapes(facts.analysis)), initialise.__name__))
    helpers = [*_factories(tree, classes), tree.bricks.source() if any(f"{BRICK}(" in c for c in classes) else ""]
    if any("named(" in text for text in (*classes, *helpers)):
        helpers.insert(0, NAMED)
    made = [*definitions.texts.values(), *helpers, *classes]
    made += [source_of(f, f.__name__).rstrip() for f in functions]
    made += [_settings(facts), _checkpoint(), _timm(facts, root.name), _main(facts, root.name)]
    body = "\n\n\n".join(part for part in made if part)
    head = sorted_imports(definitions.imports | _imports(body))
    future = "from __future__ import annotations"
    text = "\n".join([f'"""{_docstring(facts, tree)}"""', "", future, *head, "", _spaced(body), ""])
    return text, [k.name for k in kinds]


def _spaced(body: str) -> str:
    """Two empty lines before the first function or class, one before a constant."""
    return body if not body.startswith(("def ", "class ", "@")) else "\n" + body


def _class(kind: Kind, writer: Writer, initialise: str = "") -> str:
    base = f"nn.{kind.base().__name__}"
    lines = [f"class {kind.name}({base}):"]
    sentence = inspect.getdoc(kind.type) if kind.type.__doc__ else None
    if sentence:
        words = sentence.split("\n")
        lines += [f'    """{words[0]}' + ('"""' if len(words) == 1 else ""), *(f"    {w}" if w else "" for w in words[1:])]
        lines += ['    """', ""] if len(words) > 1 else [""]
    if kind.template is not None:
        lines += [*_constructor(kind, writer, initialise), ""]
    for text in kind.methods.values():
        lines += [*textwrap.indent(_annotated(text, kind.methods).rstrip(), "    ").split("\n"), ""]
    return "\n".join(line.rstrip() for line in lines).rstrip()


def _constructor(kind: Kind, writer: Writer, initialise: str) -> list[str]:
    assert kind.template is not None
    template = kind.template
    words = ["self"]
    modules = [p for p in template.parameters if p.name in template.signature.positional]
    options = [p for p in template.parameters if p.name not in template.signature.positional]
    words += [f"{p.name}: {p.annotation}" for p in modules]
    star = "*"
    if kind.given:
        names = {name for m in kind.instances for name, child in m._modules.items() if child is not None}
        keywords = any(not name.isdigit() and name not in kind.named for name in names)
        numbered = any(name.isdigit() for name in names)
        words += ["*layers: nn.Module"] * numbered
        star = "" if numbered else "*"
    words += [star] * bool((options or kind.named) and star)
    words += [f"{name}: nn.Module | None = None" for name in kind.named]
    words += [f"{p.name}: {p.annotation} = {writer.text(p.default)}" for p in options if p.default is not None]
    if kind.given and keywords:
        words += ["**children: nn.Module"]
    head = f"    def __init__({', '.join(words)}) -> None:"
    lines = [head] if len(head) <= FILE_WIDTH else ["    def __init__(", *_filled(words, 8), "    ) -> None:"]
    lines.append("        super().__init__()")
    if kind.given:
        if numbered:
            lines += ["        for i, layer in enumerate(layers):", "            self.add_module(str(i), layer)"]
        if keywords:
            lines += ["        for name, child in children.items():", "            self.add_module(name, child)"]
        lines += [f"        self.{name} = {name}" for name in kind.named]
    for name, expression in template.attributes.items():
        lines += _assigned(name, expression, writer)
    for name, expression in template.children.items():
        lines += writer.lines(f"self.{name} = ", expression, "", 8, name)
    if initialise:
        lines.append(f"        {initialise}(self)")
    return lines


def _assigned(name: str, expression: Expression, writer: Writer) -> list[str]:
    if isinstance(expression, Code) and expression.text.startswith("buffer:"):
        return [f'        self.register_buffer("{name}", {expression.text.removeprefix("buffer:")})']
    return writer.lines(f"self.{name} = ", expression, "", 8)


def _filled(words: list[str], indent: int) -> list[str]:
    """Words with commas, as many on a line as fit."""
    lines: list[str] = []
    line = ""
    for word in words:
        added = f"{line} {word}," if line else f"{word},"
        if line and indent + len(added) > FILE_WIDTH:
            lines.append(" " * indent + line)
            added = f"{word},"
        line = added
    if words[-1].startswith("**"):
        line = line.removesuffix(",")
    return [*lines, " " * indent + line]


def _annotated(text: str, methods: Mapping[str, str]) -> str:
    """``-> Tensor | Outputs`` becomes ``-> Tensor`` where nothing that is left of the method makes ``Outputs``."""
    function = ast.parse(text).body[0]
    if not isinstance(function, ast.FunctionDef) or not isinstance(function.returns, ast.BinOp):
        return text
    used = {n.id for s in function.body for n in ast.walk(s) if isinstance(n, ast.Name)} | {"Tensor", "None"}
    for called in {n.attr for s in function.body for n in ast.walk(s) if isinstance(n, ast.Attribute)} & set(methods):
        other = ast.parse(methods[called]).body[0]
        if isinstance(other, ast.FunctionDef) and other.returns is not None:
            used |= {n.id for n in ast.walk(other.returns) if isinstance(n, ast.Name)}
    names = ast.unparse(function.returns).split(" | ")
    kept = [n for n in names if n in used or not n.isidentifier()]
    return text.replace(f"-> {ast.unparse(function.returns)}:", f"-> {' | '.join(kept)}:", 1)


def _factories(tree: Tree, classes: list[str]) -> list[str]:
    found: dict[str, Factory] = {}
    columns = [p.values for k in tree.kinds.values() if k.template for p in k.template.parameters]
    for value in (*(v for column in columns for v in column), *tree.bricks.values.get("act", ())):
        if isinstance(value, Lit) and isinstance(value.value, Factory) and value.value.arguments:
            found[value.value.name] = value.value
    lines = [
        f"{name} = partial({made.callee}, {', '.join(f'{n}={literal(v)}' for n, v in made.arguments)})"
        for name, made in sorted(found.items())
    ]
    return ["\n".join(lines)] if lines else []


def _shapes(analysis: Mapping[str, Any]) -> dict[str, str]:
    """The comment beside each module: what comes out of it for one image."""
    found = {"": ""}
    for node in analysis["graph"]["nodes"]:
        if node["output"] and ":" not in node["id"]:
            found[node["id"]] = "×".join(str(side) for side in node["output"][1:])
    return found


def _imports(body: str) -> set[str]:
    tests = {
        "OrderedDict(": "from collections import OrderedDict", "partial(": "from functools import partial",
        "Callable[": "from collections.abc import Callable", "json.": "import json", "torch.": "import torch",
        "nn.": "from torch import nn", "Any": "from typing import Any",
    }
    names = {n.id for n in ast.walk(ast.parse(body)) if isinstance(n, ast.Name)}
    return {line for word, line in tests.items() if word.rstrip("(.[") in names} | (
        {"from torch import Tensor"} if "Tensor" in names else set()
    )


def _docstring(facts: Facts, tree: Tree) -> str:
    recipe, analysis, architecture = facts.recipe, facts.analysis, facts.architecture
    rule = rules.named(analysis["rule"])
    shape = "×".join(str(side) for side in analysis["input"][1:])
    changes = len(recipe.knobs) + sum(len(values) for _, values in recipe.at)
    edited = f"preset {recipe.preset}" + (f" with {changes} change{'s' * (changes > 1)}" if changes else "")
    facts_list = [
        ("Paper", f"{architecture.paper}, {architecture.url}"),
        ("Input", f"N×{shape}"),
        ("Parameters", f"{analysis['params']:,}"),
        ("MACs", f"{analysis['macs']:,} for one image ({rule.title}: {rule.short})"),
        ("Recipe", json.dumps(recipe.to_json(), ensure_ascii=False)),
        ("Digest", recipe.digest()),
        ("Written by", f"Architecture Explorer {__version__}"),
    ]
    lines = [f"{architecture.title}: {edited}. Needs torch only.", ""]
    for title, text in facts_list:
        lines += textwrap.wrap(
            text, FILE_WIDTH, initial_indent=f"{title:<12}", subsequent_indent=" " * 12, break_long_words=False,
            break_on_hyphens=False,
        )
    lines += ["", *textwrap.wrap(
        f"To train it: ``model = {type(tree.root).__name__}()`` has the first weights of the paper or its code; TRAINING "
        "holds the paper's settings. ``save_checkpoint(model, path)`` writes the recipe beside the weights, so that Architecture "
        "Explorer loads them back onto it. Module names are those of the recipe's network; renaming them breaks that.",
        FILE_WIDTH,
    )]
    lines += _notes(facts, tree)
    text = "\n".join(line.rstrip() for line in lines) + "\n"
    return text.replace("\\", "\\\\").replace('"""', "'''")


def _notes(facts: Facts, tree: Tree) -> list[str]:
    notes: list[str] = []
    for companion in facts.architecture.companions:
        if companion.function in tree.companions:
            notes.append(f"``{companion.function.__name__}``: {(inspect.getdoc(companion.function) or '').splitlines()[0]}")
        else:
            notes.append(
                f"This is the form with {companion.unless} on. To train, export the recipe with {companion.unless} off; "
                f"that file has ``{companion.function.__name__}``, which makes this one of it."
            )
    return ["", *(line for note in notes for line in textwrap.wrap(note, FILE_WIDTH))] if notes else []


def _settings(facts: Facts) -> str:
    stated = facts.architecture.training.stated()
    recipe = json.dumps(facts.recipe.to_json(), ensure_ascii=False)
    lines = ["# How the paper trained it; what neither the paper nor its code says is \"unknown\"."]
    lines += ["TRAINING: dict[str, Any] = {"]
    for name, value in stated.items():
        line = f"    {literal(name)}: {literal(value)},"
        lines += [line] if len(line) <= FILE_WIDTH else _long_pair(name, str(value))
    lines += ["}", "RECIPE = (", *(f"    {_raw(part)}" for part in _pieces(recipe, FILE_WIDTH - 12)), ")"]
    lines += [f"DIGEST = {literal(facts.recipe.digest())}"]
    return "\n".join(lines)


def _long_pair(name: str, value: str) -> list[str]:
    return [f"    {literal(name)}: (", *(f"        {literal(part)}" for part in _pieces(value, FILE_WIDTH - 14)), "    ),"]


def _pieces(text: str, width: int) -> list[str]:
    """The text cut behind spaces, to be written one piece a line."""
    made: list[str] = []
    while len(text) > width:
        cut = text.rfind(" ", 0, width) + 1 or width
        made.append(text[:cut])
        text = text[cut:]
    return [*made, text]


def _raw(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _checkpoint() -> str:
    return f'''def save_checkpoint(model: nn.Module, path: str) -> None:
    """Write the weights, and beside them the recipe and its digest, by which Architecture Explorer knows them again."""
    held = {{"{RECIPE_KEY}": RECIPE, "{DIGEST_KEY}": DIGEST}}
    torch.save({{"state_dict": model.state_dict(), **held}}, path)'''


def _timm(facts: Facts, root: str) -> str:
    training, shape = facts.architecture.training, facts.analysis["input"][1:]
    name = "explorer_" + facts.recipe.preset
    classes = int(settings_of(facts.recipe)[1].resolve("classes", ())[0])
    mean = "TRAINING[\"mean\"]" if training.mean else "(0.0, 0.0, 0.0)"
    std = "TRAINING[\"std\"]" if training.std else "(1.0, 1.0, 1.0)"
    unsaid = [] if training.mean else ["    # mean and std are unknown: pixels of 0 to 1 as they are"]
    return "\n".join([
        "def register_with_timm() -> None:",
        f'    """Let ``timm.create_model("{name}")`` make this network; needs timm."""',
        "    from timm.models import register_model",
        "",
        *unsaid,
        "    default_cfg = {",
        f'        "input_size": {literal(tuple(shape))}, "num_classes": {classes}, "mean": {mean}, "std": {std},',
        '        "interpolation": "bicubic", "crop_pct": 1.0, "classifier": "classifier", "url": "",'
        "  # interpolation, crop_pct: unknown",
        "    }",
        "",
        f"    def {name}(*, pretrained: bool = False, num_classes: int = {classes}, **kwargs: Any) -> nn.Module:",
        f'        if pretrained or num_classes != {classes}:',
        f'            raise ValueError("no weights come with this file, and its recipe has {classes} classes")',
        f"        model = {root}()",
        "        model.pretrained_cfg = model.default_cfg = default_cfg",
        "        return model",
        "",
        f"    {name}.__module__ = __name__",
        f"    register_model({name})",
    ])


def _main(facts: Facts, root: str) -> str:
    shape = ", ".join(str(side) for side in facts.analysis["input"][1:])
    return f'''if __name__ == "__main__":
    network = {root}().eval()
    with torch.inference_mode():
        answer = network(torch.randn(1, {shape}))
    print(f"{{sum(p.numel() for p in network.parameters()):,}} parameters, {analysis_shape(facts)} -> {{tuple(answer.shape)}}")'''


def analysis_shape(facts: Facts) -> str:
    """The input as the summary prints it."""
    return f"({', '.join(str(side) for side in facts.analysis['input'])})"
