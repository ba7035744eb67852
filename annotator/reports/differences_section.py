# SPDX-License-Identifier: MIT
"""The fourth section: where the coders differ, of which kind it is, and the passages themselves."""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.agreement.disagreement import Difference, Kind
from annotator.reports import report_blocks as blocks
from annotator.reports.number_words import count, listed, percent
from annotator.reports.report_blocks import Block, Cell, Column, Picture, Section, Table, Tone, Words
from annotator.reports.report_cells import merged, missing, number
from annotator.reports.report_drawings import ShareBar, Shares
from annotator.reports.report_source import ReportSource

KIND_WORDS: Mapping[Kind, str] = MappingProxyType({
    Kind.MISSED: "Missed", Kind.BOUNDARY: "Boundary", Kind.OTHER_CODE: "Other code",
})  # fmt: skip
NOTHING = "Nothing"
TOO_MANY = "Too many passages overlap each other to match their edges one to one."


def differences_section(source: ReportSource) -> Section:
    """Take the disagreement apart, down to the passages."""
    found: tuple[Block, ...] = (
        Words(
            "A passage is missed where a coder marked nothing in it, a boundary where all marked it with other edges, "
            "and another code where a coder put another code on most of it. All of this is by character, whatever the "
            "unit above."
        ),
        shares_picture(source),
        decomposition_table(source),
        confusion_table(source),
        Words(TOO_MANY, Tone.ASIDE) if source.offsets is None else offsets_table(source),
    )
    return Section("differences", "Where they differ", found)


def passages_section(source: ReportSource) -> Section:
    """List the differing passages themselves; it is long, so it comes last."""
    return Section("passages", "The passages", (passages_table(source),))


def shares_picture(source: ReportSource) -> Picture:
    """Draw how many differing passages of each code are of which kind."""
    by_code = source.figures.differences.by_code
    bars = tuple(
        ShareBar(source.code_name(code), tuple(by_code[code].passages.of(kind) for kind in Kind))
        for code in source.codes
    )
    said = "; ".join(f"{bar.label} {listed([count(part) for part in bar.parts])}" for bar in bars)
    return Picture(
        name="differences",
        caption="Differing passages by kind.",
        alternative=f"Missed, boundary and other code: {said}.",
        drawing=Shares(parts=tuple(KIND_WORDS[kind] for kind in Kind), bars=bars),
    )


def decomposition_table(source: ReportSource) -> Table:
    """Count differing passages by kind, and what each kind weighs in characters."""
    columns = [Column("Code", blocks.Kind.WORDS), Column("Agreed", group="Passages")]
    columns += [Column(KIND_WORDS[kind], group="Passages") for kind in Kind]
    columns += [Column(KIND_WORDS[kind], group="Share of the disagreement") for kind in Kind]
    rows = []
    for code in source.codes:
        found = source.figures.differences.by_code[code]
        shares = [found.characters.share(kind) for kind in Kind]
        cells = [Cell(source.code_name(code)), number(count(found.agreed))]
        cells += [number(count(found.passages.of(kind))) for kind in Kind]
        cells += merged(missing("no disagreement") if each is None else number(percent(each)) for each in shares)
        rows.append(tuple(cells))
    notes = (
        "A passage: the spans of one code that overlap, of whichever coder. The share is by characters, over pairs of "
        "coders, and adds up to the disagreement that alpha observes on characters.",
    )
    return Table("decomposition", "Kinds of disagreement", tuple(columns), tuple(rows), notes)


def confusion_table(source: ReportSource) -> Table:
    """Say what one coder put where the other put something else."""
    confusion = source.figures.confusions.overall()
    names = [*(source.code_name(code) for code in confusion.codes), NOTHING]
    columns = (Column("One coder", blocks.Kind.WORDS), *(Column(name, group="The other coder") for name in names))
    rows = tuple(
        (Cell(name), *(Cell(count(cell), strong=place == column) for column, cell in enumerate(cells)))
        for place, (name, cells) in enumerate(zip(names, confusion.characters, strict=True))
    )
    both = " Every pair is counted both ways, so the table is symmetric." if confusion.coders is None else ""
    notes = (
        "Characters. On the diagonal what both coded alike; a code of both never counts as confused with a further one."
        + both,
    )
    return Table("confusion", "Which code stands where the other coder put another", columns, rows, notes)


def offsets_table(source: ReportSource) -> Table:
    """Say how far the edges of passages lie apart that two coders both marked."""
    columns = (
        Column("Code", blocks.Kind.WORDS),
        Column("Second – first coder", blocks.Kind.WORDS),
        Column("Passages"),
        *(
            Column(heading, group=end)
            for end in ("Start", "End")
            for heading in ("Median", "Quartiles", "Same", "Near")
        ),
    )
    rows = []
    for each in source.offsets or ():
        if each.start is None or each.end is None:
            continue
        first, second = each.coders
        cells = [
            Cell(source.code_name(each.code)),
            Cell(f"{source.coder_name(second)} – {source.coder_name(first)}"),
            number(count(each.matches)),
        ]
        for spread in (each.start, each.end):
            quartiles = f"{characters(spread.lower_quartile)} to {characters(spread.upper_quartile)}"
            cells += [number(characters(spread.median)), number(quartiles)]
            cells += [number(percent(spread.equal)), number(percent(spread.near))]
        rows.append(tuple(cells))
    notes = (
        "In characters, second coder minus first: a negative start is earlier, a positive end later. Same: equal "
        "edges; near: at most 6 characters apart. Pairs without a passage in common are left out.",
    )
    return Table("boundary_offsets", "How far edges lie apart", columns, tuple(rows), notes, for_papers=False)


def characters(offset: float) -> str:
    """Write an offset with its sign, and with a half where it is one: ``+7``, ``-2.5``, ``0``."""
    return f"{offset:+,.1f}".removesuffix(".0") if offset else "0"


def passages_table(source: ReportSource) -> Table:
    """List the passages themselves, the longest difference first."""
    columns = (
        Column("Kind", blocks.Kind.WORDS),
        Column("Code", blocks.Kind.WORDS),
        Column("Who", blocks.Kind.WORDS),
        Column("Passage", blocks.Kind.QUOTE),
        Column("Article", blocks.Kind.WORDS),
        Column("Characters"),
    )
    rows = tuple(
        (
            Cell(KIND_WORDS[each.difference.kind]),
            Cell(source.code_name(each.difference.code)),
            Cell(who(source, each.difference)),
            Cell(each.quote),
            Cell(source.heading(each.difference.document)),
            Cell(f"{each.difference.start:,}–{each.difference.end:,}"),
        )
        for each in source.quoted
    )
    total = len(source.figures.differences.passages)
    shown = "All of them" if len(rows) == total else f"The {len(rows):,} longest of {total:,}"
    notes = (
        f"{shown}; tables/passages.csv has them all, with every coder's own edges. "
        "Characters: where the passage lies in its article, counted from 0, the end not included.",
    )
    if not total:
        notes = ("There is no differing passage.",)
    return Table("passages", "Differing passages, longest difference first", columns, rows, notes, for_papers=False)


def who(source: ReportSource, difference: Difference) -> str:
    """Say who marked a passage, who did not, and what these put there instead."""
    everyone = "both" if len(difference.marked) == 2 else f"all {len(difference.marked)}"
    named = listed([source.coder_name(coder) for coder in difference.marked])
    marked = named if difference.unmarked else everyone
    words = [f"Marked by {marked}"]
    instead = dict.fromkeys(
        f"{source.code_name(code)} by {source.coder_name(coder)}" for coder, code, _ in difference.other_codes
    )
    if difference.unmarked:
        words.append(f"not by {listed([source.coder_name(coder) for coder in difference.unmarked])}")
    if instead:
        words.append(f"instead {listed(list(instead))}")
    return "; ".join(words)
