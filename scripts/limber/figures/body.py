"""The dimensions of the body that figures show, and the ranges of its joints.

One person of 170 cm. Lengths are shares of the height as Drillis and Contini measured them (Winter, Biomechanics and
Motor Control of Human Movement): thigh 0.245, shank 0.246, foot 0.152, ankle 0.039 above the sole, shoulder 0.288 above
the hip, upper arm 0.186, forearm 0.146. The head is 1/7.5 of the height, as those who draw have it.

Beside each range of `RANGES` stands whose it is:

- A: American Academy of Orthopaedic Surgeons, and B: others, in table A.1 of F. A. Davis's books on physical therapy
  (fadavispt.mhmedical.com, section 158980269)
- C: Merck Manual, Normal Values for Range of Motion of Joints
- D: standards for adults, Ehlers-Danlos Syndrome, Hypermobility Type, table 8
  (hindawi.com/journals/isrn/2012/751768/tab8)
- E: Tainaka and others, in table 1 of PMC6089031
- F: Nakazoe and others, J Orthop Surg Res 2022: 161 degrees in kneeling (doi.org/10.1186/s13018-022-03080-x)
- G: orthopaedicsone.com, passive motion of the subtalar joint, and of the first metatarsophalangeal joint
- H: Savlovskis, Range of Motion of the Spine (anatomystandard.com)
- I: Active range of motion of the head and cervical spine, J Orthop Res 2002 (PMID 11853078): 162 degrees from one
  side to the other
- J: Troke and others, Manual Therapy 2005: the lower backs of the young, 73 degrees forward and 29 back
- K: Range of Motion for Diarthrodial Joints (accessphysiotherapy.mhmedical.com, section 279000501)
- L: prepodiatryclinic101.com/range-of-motion

What is `ours` goes further than any table that we have seen, for a reason that is named.

Centimetres have their ends in the schema. `shrug`: a shoulder is 16 cm from the joint of its collar bone, which goes
up by 45 degrees (K) and, in 907 young men, down by 4, or by 13 in one of forty (Hallaceli and others,
jointdrs.org/abstract/517): 11 cm up and 4 down. `reach` is ours: 15 degrees each way (K) would be 4 cm, and a shoulder
blade slides round the ribs as well. `chin` and `belly` are ours: enough to be seen in a small picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

HEIGHT = 170.0
THIGH, SHANK, ANKLE = 0.245 * HEIGHT, 0.246 * HEIGHT, 0.039 * HEIGHT
HIP = 8.5  # centimetres from the middle, as all that follows
WAIST, SHOULDER, SHOULDERS = 13.0, 0.288 * HEIGHT, 18.5
UPPER_ARM, FOREARM = 0.186 * HEIGHT, 0.146 * HEIGHT
HAND = 8.0  # from the wrist to the knuckles; fingers are not shown
HEAD = HEIGHT / 7.5 / 2
HEAD_ABOVE = HEIGHT - HEAD - (THIGH + SHANK + ANKLE) - SHOULDER

THICK = {
    "trunk": 9.5,
    "pelvis": 9.0,
    "neck": 4.2,
    "hip": 8.6,
    "knee": 5.3,
    "ankle": 3.7,
    "heel": 2.9,
    "foot": 2.2,
    "toes": 1.8,
    "arm": 3.9,
    "nose": 2.0,
}
"""From the middle of a part to its skin."""

_SKIN = {
    **dict.fromkeys(("ball", "outer", "inner"), "foot"),
    "arch": "heel",
    **dict.fromkeys(("little", "big"), "toes"),
    **dict.fromkeys(("chest", "waist"), "trunk"),
    **dict.fromkeys(("shoulder", "elbow", "wrist", "hand"), "arm"),
}

FOOT = {"heel": (-3.2, 0.0, 2.9), "arch": (4.6, 0.0, 4.4), "ball": (12.6, 0.0, 2.2), "toes": (19.4, 0.0, 1.8)}
"""Where parts of a foot have their middle, from the sole below the ankle: forward, left, up."""

RANGES: Mapping[str, tuple[int, int]] = {
    "hip": (-30, 140),  # ours: C has 15 and 125 for the hip alone; here the pelvis and the lower back go along
    "out": (-30, 50),  # D; out ours: C and D have 45 for a straight hip, and a bent one goes further
    "turn": (-50, 50),  # E
    "knee": (0, 160),  # F
    "ankle": (-55, 40),  # L; up ours: C has 20 in the air, and 30 to 38 are usual in a lunge (podiatryfaq.com)
    "roll": (-30, 40),  # inward ours: C has 25, and less than 30 is hardly seen in a small picture; outward G
    "toes": (-95, 80),  # the ball of the foot by 45 (G) and the next joint by 50 (C); up C
    "big_toe": (-45, 80),  # G; up C
    "small_toes": (-45, 70),  # ours, like a big toe's: tables have 40 for each alone
    "spread": (0, 30),  # ours: no table has it
    "shoulder": (-60, 180),  # A
    "arm_out": (-40, 180),  # K has 75 inward, in front of the body; out A
    "arm_turn": (-90, 90),  # A; inward B, where A has 70
    "elbow": (0, 150),  # A
    "wrist": (-80, 90),  # A; back B, 89 on average in the group that goes furthest, where A has 70
    "bend": (-40, 80),  # J for the lower back; what the upper back adds is ours
    "sway": (-35, 35),  # D
    "twist": (-45, 45),  # ours: 39 were measured of men who stood bent (Montgomery and others, Clin Biomech 2011)
    "list": (-20, 20),  # ours: no table has it
    "head": (-60, 50),  # H has 63 and 64
    "head_turn": (-80, 80),  # I
    "head_tip": (-45, 45),  # D
}
"""How far each joint goes, in degrees; what is written with a plus comes last."""


def beyond(joint: str, degrees: float) -> bool:
    """Whether an angle is beyond its joint's range."""
    least, most = RANGES[joint]
    return not least - 0.5 <= degrees <= most + 0.5


@cache
def thick(name: str) -> float:
    """The distance from the centre of a part to its skin."""
    part = name.split("_")[-1]
    if part == "head":
        return HEAD
    return THICK[_SKIN.get(part, part)]
