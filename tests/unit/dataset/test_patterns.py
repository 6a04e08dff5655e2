"""What is said of texts that are not as they are written here, and what to write for them."""

from derived import same
from limber.dataset.shape import patterns

DATA = {
    "exercises": {"squat": {"code": "sq"}},
    "routines": {"legs": {"code": "le"}},
    "sources": {"baechle-2008": {}, "hamill-2012": {}},
}
"""Records whose codes are taken, and whose sources may be meant."""

TEXTS = {
    "tempo": "3–1–1–0; 3 1 1; 3/1/x/0; 2-2; 3; 31100; 311011; 30-1-1-0-1; 100-1-1-0; slow; 3-1-²-0; 3/1/X/0",
    "breath_pattern": "4/8; 4–7–8–0; 4/7/8/9/1; 4; in 4; 400/8",
    "band": "Light Green; Rot/Blau; 5",
    "bands": "Red",
    "code": "C-S; sq; S Q; l.e.; toolong; x; 5; f.i.v.e.s; s.i.x.i.s.h",
    "date": (
        "22 November 2026; Nov 22, 2026; 24 dec 2026; 1 Jan. 2026; 1 feb 2026; 1 mars 2026; 1 apr 2026; "
        "3 May 2026; 1 jun 2026; 4th July 2026; 1 aug 2026; 1 sept 2026; 1 oct 2026; 2026/11/22; 2026-13-22; "
        "22.11.2026; 22.11.26; 2026; next May; 1 may may 2026"
    ),
    "reviewed": "November 2026; 30 February 2026; 2026 2027 1; 2026-11-22-1; 1999-11-22; 1 Jan 2000; 2100-01-01; ma 1",
    "url": (
        "example.org/arms; http://example.org; //example.org?a#b; https:/example.org; HTTP://Example.org/ ; "
        "https://; https:///arms; http://?x; https://example.org/two arms; see example.org; ; arms; a.b/<c>"
    ),
    "page": "www.example.org",
    "file": (
        "images/arm.heic; arm.HEIF; arm.mp4; arm.mov; arm.m4v; arm.webm; arm.gif; arm.tif; arm.tiff; arm.bmp;"
        " arm.pdf; arm.psd; arm.ai; arm.eps; images.v2/arm; /images/arm one.jpg; //images/arm.jpg; "
        r"../arm.jpg; C:/arm.jpg; C:\arm.jpg; https://example.org/arm.jpg; ./images/Arm 1.JPG; images/Ärm?.PNG"
    ),
    "poster": "arm.gif",
    "captions": (
        "none; no speech.; No-speech; Silent; not spoken; no words; no sound; ; arm.srt; /videos/arm.vtt; "
        r"../arm.vtt; videos/Arm 1.VTT; videos\Arm.vtt"
    ),
    "contraindications": "None; none known; nothing; n/a; -; Fresh fractures: wait.",
    "source": "Own; mine; Me; my own; self; ours; our own; original; none; myself; own work; baechle2008; A book",
    "from": "9; 9 am; 12 am; 12 pm; 9 p.m.; 0900; 5.30 pm; 17h; 8 Uhr; 5 o'clock; noon; Midday; midnight",
    "to": "24; 23:60; 13 pm; late; 9:5; 23.59",
    "colour": "mauve",
}
FILMS = (
    "https://example.org/arm; http:/x.mp4; www.example.org/arm.mp4; arm.avi; arm; /videos/arm.mp4; "
    r"../arm.mp4; videos/Arm 1.MP4; videos\Arm.m4v; videos/Arm.webm"
)


def test_text_that_is_not_as_it_is_written_here_is_told_with_what_to_write():
    asked = [(("exercises", "squat", key), text) for key, texts in TEXTS.items() for text in texts.split("; ")]
    asked += [(("exercises", "squat", "videos", 0, "file"), text) for text in FILMS.split("; ")]
    asked.append((("exercises", "squat", "bands", 1), "Dark Red"))
    lines = []
    for where, text in asked:
        found = patterns.problem(where, {"description": "A text"}, text, DATA)
        assert found.where == where
        lines.append(f"{where[-1]}: {text}: {found.what} {found.tip}")
    lines += [f"no data: {key}: {patterns.problem((key,), {}, 'x y', [1]).tip}" for key in ("code", "source")]
    same("pattern-faults", lines)


def test_tempo_that_is_a_number_or_a_list_is_told_as_a_text():
    assert all(patterns.is_tempo(each) for each in (3110, [3, 1, 1, 0]))
    assert not any(patterns.is_tempo(each) for each in ("3110", True, [3, "1"]))
    said = [
        patterns.tempo(("tempo",), {"pattern": r"^[0-9]{4}$|^\d+(-\d+){3}$"}, each)
        for each in (3110, [3, 1, 1, 0], 311, [3, 1], 3)
    ]
    four = 'Write the seconds of lower, pause, raise and pause, such as "3-1-1-0" or "30X1", or take the tempo out.'
    assert [each.tip for each in said] == ['Write "3110".', 'Write "3-1-1-0".', 'Write "3-1-1".', four, four]
    assert [each.what for each in said[:2]] == [
        "this is the number 3110; it should be a text.",
        "this is a list; it should be a text.",
    ]
