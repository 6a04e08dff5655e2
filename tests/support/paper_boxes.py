"""Scripts that measure a printed page: what overflows its container, and sizes."""

HELD = ".sheet, .routine-card, .card-back"

OUTSIDE = """(held) => {
    const out = [], slack = 0.75;
    for (const box of document.querySelectorAll(held)) {
        const inner = box.getBoundingClientRect();
        for (const each of box.querySelectorAll("*")) {
            if (["inline", "contents", "none"].includes(getComputedStyle(each).display)) continue;
            let holder = each.parentElement;
            while (["inline", "contents"].includes(getComputedStyle(holder).display)) holder = holder.parentElement;
            // A float may reach out of its block, not of what holds its floats.
            const isWithin = () => holder !== box && getComputedStyle(holder).display === "block";
            while (getComputedStyle(each).float !== "none" && isWithin()) holder = holder.parentElement;
            const placed = getComputedStyle(each).position === "absolute"; // within the sheet alone
            for (const around of placed ? [inner] : [inner, holder.getBoundingClientRect()]) {
                const {left, top, right, bottom} = each.getBoundingClientRect();
                const x = Math.max(around.left - left, right - around.right);
                const over = Math.max(x, around.top - top, bottom - around.bottom);
                if (over > slack) out.push(`${each.outerHTML.slice(0, 60)}: ${over.toFixed(1)} px out`);
            }
        }
        const more = [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight];
        if (Math.max(...more) > 1) out.push(`${box.className} holds ${more} px too much`);
    }
    return out;
}"""

CLIPPED = """(held) => [...document.querySelectorAll(held)].flatMap((box) => {
    const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), around = box.getBoundingClientRect(), out = [];
    while (walk.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walk.currentNode);
        for (const {left, top, right, bottom} of range.getClientRects())
            if (left < around.left || top < around.top || right > around.right || bottom > around.bottom)
                out.push(walk.currentNode.textContent);
    }
    return out;
})"""

LETTERS = """(held) => {
    const sizes = {};
    for (const box of document.querySelectorAll(held)) {
        const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const {parentElement: of, textContent: text} = walk.currentNode;
            if (!text.trim() || !of.getClientRects().length) continue;
            const points = Number.parseFloat(getComputedStyle(of).fontSize) * 0.75;
            sizes[points.toFixed(2)] = `${of.tagName}.${of.className}`;
        }
    }
    return sizes;
}"""
