"""The recipes of the ready comparisons, made from any recipe whose architecture has the knobs (``core.ready``).

Fixed channels: g alone is varied. ShuffleNet's own Table 1 gives each g its channels; there the table's column is fixed first.
Fixed MACs: ShuffleNet takes the column of Table 1 that is printed for g. Any other network is given, for each g, the width α
whose MACs are nearest to those of the first, found by halving the interval: MACs grow with α in steps, some per cent may be left.
Shuffle off: the network with ``shuffle`` on and off; where g is 1 and nothing would be shuffled, the least g that can be built.
"""

from __future__ import annotations

from collections.abc import Iterator

from explorer.analysis import analyse, settings_of
from explorer.analysis.canonical import canonical
from explorer.core.errors import BadInput
from explorer.core.ready import FIXED_CHANNELS, FIXED_MACS, GROUPS, SHUFFLE_OFF, lacking, named
from explorer.core.recipe import Recipe, Value
from explorer.core.watch import IsCancelled, never, stop_if
from models.registry import Architecture

COLUMN = "column"  # ShuffleNet's knob: which column of Table 1 gives the channels; auto takes the one printed for g
NEAR = 0.005  # α is near enough where MACs differ by at most this share
NEIGHBOURS = 60  # tried around an α that cannot be built
TOO_FAR = 0.1  # a network whose MACs differ by more is no answer to the question
CENTS = 100  # α in hundredths, as its slider has them
Sentence = list[str]


def comparison(
    recipe: Recipe, name: object, cancelled: IsCancelled = never
) -> tuple[list[tuple[str, Recipe]], list[Sentence]]:
    """(name, recipe) of what is measured in turn, the one that ratios are to first; and what is to be known of it.

    Raises BadInput where the architecture has no such knobs, or fewer than two of the recipes can be built; Cancelled.
    """
    ready = named(name)
    architecture, settings = settings_of(recipe)
    missing = lacking(ready, list(architecture.knobs))
    if missing:
        raise BadInput("{0} has no knob {1}: {2} cannot be compared", architecture.title, ", ".join(missing), ready.title)
    own = int(settings.resolve("groups", ())[0])
    notes: list[Sentence] = []
    if ready.name == FIXED_CHANNELS:
        found = list(_built(_fixed_channels(recipe, architecture, own), notes))
    elif ready.name == FIXED_MACS:
        found = list(_fixed_macs(recipe, architecture, notes, cancelled))
    else:
        found = list(_shuffle(recipe, own, notes))
    if ready.name != SHUFFLE_OFF and len({_arrangement(each) for _, each in found}) < 2:
        notes.append(["g divides no convolution of these networks"])
        found = []
    if len({each.digest() for _, each in found}) < 2:
        reasons = "; ".join(note[0].format(*note[1:]) for note in notes)
        raise BadInput("{0}: nothing is left to compare ({1})", ready.title, reasons or "the recipes are the same")
    return found, notes


def _everywhere(recipe: Recipe, knob: str, value: Value) -> Recipe:
    """The recipe with one value in the whole network: what single stages and blocks say of the knob would hide it."""
    taken_away = dict.fromkeys(recipe.overrides())
    return canonical(recipe.with_values(knob, {**taken_away, "": value}), places=False)


def _fixed_channels(recipe: Recipe, architecture: Architecture, own: int) -> Iterator[tuple[int, Recipe]]:
    settings = settings_of(recipe)[1]
    if COLUMN in architecture.knobs and settings.resolve(COLUMN, ())[0] == "auto":
        recipe = recipe.with_value(COLUMN, str(own))
    for groups in sorted({*GROUPS, own}):
        yield groups, _everywhere(recipe, "groups", groups)


def _arrangement(recipe: Recipe) -> tuple[int, ...]:
    """The groups of every convolution: where g changes none of them, there is nothing to compare."""
    return tuple(row.get("groups", 0) for row in analyse(recipe, edges=False)["layers"])


def _built(recipes: Iterator[tuple[int, Recipe]], notes: list[Sentence]) -> Iterator[tuple[str, Recipe]]:
    """Those that can be built; why the others cannot is noted."""
    for groups, each in recipes:
        if _macs(each, groups, notes) is not None:
            yield f"g = {groups}", each


def _macs(recipe: Recipe, groups: int, notes: list[Sentence]) -> int | None:
    try:
        return int(analyse(recipe, edges=False)["macs"])
    except BadInput as error:
        notes.append(["g = {0} is left out: {1}", str(groups), str(error)])
        return None


def _fixed_macs(
    recipe: Recipe, architecture: Architecture, notes: list[Sentence], cancelled: IsCancelled
) -> Iterator[tuple[str, Recipe]]:
    if COLUMN in architecture.knobs:
        automatic = recipe.with_value(COLUMN, "auto")
        yield from _built(((groups, _everywhere(automatic, "groups", groups)) for groups in GROUPS), notes)
        notes.append(["channels of each g as in ShuffleNet, Table 1"])
        return
    wanted: int | None = None
    for groups in GROUPS:
        each = _everywhere(recipe, "groups", groups)
        macs = _macs(each, groups, notes)
        if macs is None:
            continue
        if wanted is None:
            wanted = macs
            yield f"g = {groups}", each
            continue
        widened, reached = _with_macs(each, wanted, cancelled)
        alpha = widened.value("alpha")
        if abs(reached / wanted - 1) > TOO_FAR:
            words = "g = {0} is left out: the nearest width, α = {1}, is {2} % of MACs off"
            notes.append([words, str(groups), f"{alpha:g}", f"{100 * (reached / wanted - 1):+.1f}"])
            continue
        notes.append(["g = {0}: α = {1}, MACs {2} % off", str(groups), f"{alpha:g}", f"{100 * (reached / wanted - 1):+.1f}"])
        yield f"g = {groups}", widened


def _with_macs(recipe: Recipe, wanted: int, cancelled: IsCancelled) -> tuple[Recipe, int]:
    """The recipe at the α whose MACs are nearest to ``wanted``, and those. Raises BadInput where no α can be built."""
    knob = settings_of(recipe)[0].knobs["alpha"]
    low, high = round(CENTS * knob.minimum), round(CENTS * knob.maximum)
    tried: list[tuple[float, Recipe, int]] = []
    while low <= high and not (any(entry[0] <= NEAR for entry in tried)):
        middle = (low + high) // 2
        found = _buildable(recipe, middle, range(low, high + 1), cancelled)
        if found is None:
            break
        cents, each, macs = found
        tried.append((abs(macs / wanted - 1), each, macs))
        if macs > wanted:
            high = min(cents, middle) - 1
        else:
            low = max(cents, middle) + 1
    if not tried:
        raise BadInput("no width α of {0} with these groups can be built", recipe.preset)
    _off, each, macs = min(tried, key=lambda entry: entry[0])
    return each, macs


def _buildable(
    recipe: Recipe, middle: int, among: range, cancelled: IsCancelled
) -> tuple[int, Recipe, int] | None:
    """α in hundredths, the recipe and its MACs: at ``middle`` or as near to it as can be built."""
    for cents in sorted(among, key=lambda cents: abs(cents - middle))[:NEIGHBOURS]:
        stop_if(cancelled)
        each = recipe.with_value("alpha", cents / CENTS)
        try:
            return cents, each, int(analyse(each, edges=False)["macs"])
        except BadInput:
            continue
    return None


def _shuffle(recipe: Recipe, own: int, notes: list[Sentence]) -> Iterator[tuple[str, Recipe]]:
    base = recipe
    if not _differs(base):
        candidates = [groups for groups in GROUPS if groups > 1 and groups != own]
        base = next((each for groups in candidates if _differs(each := _everywhere(recipe, "groups", groups))), recipe)
        if base is not recipe:
            chosen = str(base.value("groups"))
            notes.append(["with g = {0} nothing is shuffled here; compared with g = {1}", str(own), chosen])
    yield "shuffle on", _everywhere(base, "shuffle", value=True)
    if _differs(base):
        yield "shuffle off", _everywhere(base, "shuffle", value=False)
    else:
        notes.append(["nothing is shuffled in {0}, whatever g is", recipe.preset])


def _differs(recipe: Recipe) -> bool:
    """Whether the shuffle makes another network of it: one with more operations."""
    try:
        counts = [len(analyse(_everywhere(recipe, "shuffle", value=on), edges=False)["layers"]) for on in (True, False)]
    except BadInput:
        return False
    return counts[0] > counts[1]
