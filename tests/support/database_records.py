"""Records of the shapes that free exercise databases have, one of each; their words are our own."""

FREE = {
    "id": "Wall_Lean",
    "name": "Wall Lean",
    "force": "push",
    "level": "beginner",
    "mechanic": None,
    "equipment": "bands",
    "primaryMuscles": ["calves"],
    "secondaryMuscles": ["hamstrings"],
    "instructions": ["Stand at a wall.", "Lean in. Keep your heels down."],
    "category": "stretching",
    "images": ["Wall_Lean/0.jpg"],
}
WGER = {
    "id": 7001,
    "uuid": "0b0a",
    "category": {"id": 10, "name": "Abs"},
    "muscles": [{"id": 1, "name": "Rectus abdominis", "name_en": "Abs"}],
    "muscles_secondary": [],
    "equipment": [{"id": 4, "name": "Gym mat"}],
    "license": {"id": 2, "short_name": "CC-BY-SA 4"},
    "license_author": "Kim Doe",
    "translations": [
        {
            "name": "Brettstütz",
            "description": "<p>Stütze dich.</p>",
            "language": 1,
            "license": 2,
            "license_author": "Jo",
        },
        {
            "name": "Board",
            "description": "<p>Rest on your arms &amp; toes.</p><ul><li>Hold still.</li></ul><script>evil()</script>",
            "language": 2,
            "license": 2,
            "license_author": "Kim Doe",
            "notes": [{"comment": "Long as a board."}],
        },
    ],
    "images": [
        {"image": "https://example.org/board.png", "license": 2, "license_author": "Kim Doe"},
        {"image": "https://example.org/other.png", "license": None},
    ],
}
EXERCEMUS = {
    "name": "Toe Tap",
    "category": "strength",
    "instructions": ["Tap your toes."],
    "tips": ["Quick feet."],
    "equipment": ["none"],
    "primary_muscles": ["shins"],
    "secondary_muscles": [],
    "license": {"full_name": "Creative Commons Attribution Share Alike 3", "short_name": "CC-BY-SA 3", "url": ""},
    "license_author": "Sam",
    "images": ["https://example.org/toe.png"],
}
