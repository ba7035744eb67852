# SPDX-License-Identifier: MIT
"""Excluded regions: what on a page is not the article. Coders propose, the lead settles."""

from itertools import combinations

from annotator.domain import CoderId, DocumentId, Json, Refused, Region, RegionId, RegionState, Span, new_uuid
from annotator.operations.outcome import Outcome, Touched
from annotator.operations.passages import begin, checked_memo, passage, require_lead, require_open, round_of, text_of
from annotator.operations.projects import Project
from annotator.store import identities, queries


def propose_region(
    project: Project,
    *,
    coder: CoderId,
    document: DocumentId,
    span: Span,
    memo: str = "",
    region: RegionId | None = None,
) -> Outcome[Region]:
    """Propose to leave a span out of every count. Raises Refused for an exact own duplicate or a finished article."""
    known = queries.region(project.live, region) if region else None
    if known is not None and (known.coder, known.document, known.span) == (coder, document, span):
        return _stored(project, known.id, "propose region")
    require_open(project, coder, document)
    text = text_of(project, document)
    if any(each.coder == coder and each.span == span for each in queries.regions(project.live, document)):
        raise Refused("You have already excluded exactly this passage.")
    made = region or RegionId(new_uuid())
    fields: dict[str, Json] = {
        "document": document, "coder": coder, "span": passage(text, span), "state": RegionState.PROPOSED.value,
    }  # fmt: skip
    if memo:
        fields["memo"] = checked_memo(memo)
    with project.action(author=coder, verb="propose region") as action:
        action.write("region", made, fields)
        begin(project, action, coder, document, round_name=round_of(project, None))
    return _stored(project, made, "propose region")


def settle_region(project: Project, *, author: CoderId, region: RegionId, state: RegionState) -> Outcome[Region]:
    """Accept, decline or reopen a proposal as the lead; only accepted regions leave the count."""
    known = _region(project, region)
    _require_lead(project, author)
    if known.state is state:
        return Outcome(known)
    with project.action(author=author, verb="settle region") as action:
        action.write("region", region, {"state": state.value})
    return _stored(project, region, "settle region")


def resize_region(project: Project, *, coder: CoderId, region: RegionId, span: Span) -> Outcome[Region]:
    """Move the ends of an own region that is not settled yet."""
    known = _own(project, coder, region)
    if known.span == span:
        return Outcome(known)
    with project.action(author=coder, verb="resize region") as action:
        action.write("region", region, {"span": passage(text_of(project, known.document), span)})
    return _stored(project, region, "resize region")


def delete_region(project: Project, *, coder: CoderId, region: RegionId) -> Outcome[int]:
    """Delete an own region that is not settled yet; undo brings it back."""
    known = _own(project, coder, region)
    with project.action(author=coder, verb="delete region") as action:
        action.write("region", region, {"deleted": True})
    return Outcome(1, _touched(known), "delete region")


def _require_lead(project: Project, author: CoderId) -> None:
    require_lead(project, author, what="settles which passages are excluded")


def _own(project: Project, coder: CoderId, region: RegionId) -> Region:
    known = _region(project, region)
    if known.coder != identities.load(project.live).coder(coder):
        raise Refused("This excluded passage is another coder's proposal; only its coder can change it.")
    if known.state is not RegionState.PROPOSED:
        raise Refused(f"This excluded passage was {known.state.value} by the lead; it cannot be changed any more.")
    require_open(project, coder, known.document)
    return known


def _region(project: Project, region: RegionId) -> Region:
    known = queries.region(project.live, region)
    if known is None:
        raise Refused("This excluded passage is no longer there.")
    return known


def _stored(project: Project, region: RegionId, verb: str) -> Outcome[Region]:
    stored = _region(project, region)
    return Outcome(stored, _touched(stored), verb)


def _touched(region: Region) -> Touched:
    return Touched(documents=frozenset([region.document]), regions=frozenset([region.id]))


def accept_agreed_regions(project: Project, *, author: CoderId) -> Outcome[int]:
    """Accept, as the lead, what two coders have proposed alike: the intersections of their proposals.

    Proposals that lie wholly in what is accepted are accepted with it; the others stay open. The
    value counts the stretches accepted.
    """
    _require_lead(project, author)
    accepted = 0
    with project.action(author=author, verb="settle region") as action:
        for document in queries.documents(project.live):
            known = queries.regions(project.live, document.id)
            agreed = _agreed(known)
            text = project.texts.body(document.text_sha256)
            for span in agreed:
                fields: dict[str, Json] = {
                    "document": document.id, "coder": author, "span": passage(text, span),
                    "state": RegionState.ACCEPTED.value,
                }  # fmt: skip
                action.write("region", new_uuid(), fields)
            for each in known:
                if each.state is RegionState.PROPOSED and any(span.covers(each.span) for span in agreed):
                    action.write("region", each.id, {"state": RegionState.ACCEPTED.value})
            accepted += len(agreed)
    return Outcome(accepted, Touched(everything=True), "settle region")


def _agreed(regions: tuple[Region, ...]) -> list[Span]:
    """Give the stretches that proposals of two coders share, joined where they overlap."""
    proposed = [each for each in regions if each.state is RegionState.PROPOSED]
    shared = sorted(
        span
        for first, second in combinations(proposed, 2)
        if first.coder != second.coder and (span := first.span.intersection(second.span)) is not None
    )
    joined: list[Span] = []
    for span in shared:
        if joined and joined[-1].overlaps(span):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    settled = [each.span for each in regions if each.state is RegionState.ACCEPTED]
    return [span for span in joined if not any(each.covers(span) for each in settled)]
