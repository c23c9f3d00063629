"""A photo inside an SVG text, the one form in which a template of Typst takes pictures."""

from homejournal.domain.visit_page.page import PhotoOnPage


def photo_svg(photo: PhotoOnPage) -> str:
    """Return an SVG text that holds the photo's JPEG and nothing else."""
    size = f'width="{photo.width}" height="{photo.height}"'
    box = f'viewBox="0 0 {photo.width} {photo.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>'
        f'<image {size} href="data:image/jpeg;base64,{photo.jpeg}"/></svg>'
    )
