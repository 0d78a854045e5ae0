"""nginx as a peer: static bytes from files, as fast as it can."""

import pathlib

from . import children

HERE = pathlib.Path(__file__).resolve().parent


def start(running, folder, files):
    """nginx serving the same bytes: {path: (plain, gzipped or None)}; returns its address."""
    site = folder / "site"
    for path, (plain, gzipped) in files.items():
        place = site / path.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(plain)
        if gzipped:
            pathlib.Path(str(place) + ".gz").write_bytes(gzipped)
    port = children.free_port()
    configuration = folder / "nginx.conf"
    text = (HERE / "nginx.conf").read_text(encoding="utf-8")
    configuration.write_text(text.replace("@folder@", str(folder)).replace("@port@", str(port)), encoding="utf-8")
    address = f"http://127.0.0.1:{port}"
    process = running.start("nginx", "nginx", "-c", str(configuration), "-e", str(folder / "nginx-error.log"))
    children.wait_until_answered(address + next(iter(files)), process)
    return address
