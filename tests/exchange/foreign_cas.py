# SPDX-License-Identifier: MIT
"""CAS files as INCEpTION and others write them, made by hand."""

NAMES = (
    'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore"'
)


def type_system(*features: str, name: str = "webanno.custom.Frame") -> bytes:
    """A type system with one span layer."""
    described = "".join(
        f"<featureDescription><name>{each}</name><description/><rangeTypeName>uima.cas.String</rangeTypeName>"
        "</featureDescription>"
        for each in features
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">'
        f"<types><typeDescription><name>{name}</name><description/><supertypeName>uima.tcas.Annotation</supertypeName>"
        f"<features>{described}</features></typeDescription></types></typeSystemDescription>"
    ).encode()


def xmi(text: str, *spans: tuple[int, int, str], members: str = "", more: str = "", head: str = "") -> bytes:
    """An XMI file with one layer, offsets as given; ``text`` is escaped already."""
    marked = "".join(
        f'<custom:Frame xmi:id="{number}" sofa="1" begin="{start}" end="{end}" label="{label}" note="n{number}"/>'
        for number, (start, end, label) in enumerate(spans, start=10)
    )
    members = members or " ".join(str(number) for number in range(10, 10 + len(spans)))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<xmi:XMI {NAMES} xmi:version="2.0">'
        f'<cas:NULL xmi:id="0"/>{marked}{more}'
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/>'
        f'<cas:View sofa="1" members="{members}"/></xmi:XMI>'
    ).encode()


TYPES = type_system("label", "note")
TEXT = "A \U0001f600 frame&#13;&#10;and another"
"""Frame begins at UTF-16 unit 5, ``and`` at 12."""
SPANS = ((5, 10, "loss"), (12, 15, "gain"))
