"""What a founder may do with a card before deciding on it."""

from __future__ import annotations

from torture.account import Project
from torture.desk import Desk


async def preview(desk: Desk, project: Project) -> None:
    """Look at what the client would get."""
    await desk.press(project, "button-preview")
    desk.account.due(desk.founder, "preview-follows", project.name)
    await desk.people.sees(desk.founder, "preview-follows", project.name)


async def edit_in_words(desk: Desk, project: Project) -> None:
    """Change the quote in plain words; with a range beside them there is always a new version."""
    low = desk.chance.randint(40, 99)
    await desk.press(project, "button-edit")
    desk.people.write(desk.founder, f"add a newsletter, range {low}-{low + 7}k")
    project.edits += 1
    desk.account.due(desk.founder, "edit-done", edited=True)
    price = f"¤{low}000{low + 7}000"
    await desk.people.until(lambda: (card := desk.card(project)) and card.price == price, f"{price} for {project.name}")
