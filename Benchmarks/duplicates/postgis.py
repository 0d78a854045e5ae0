"""The peer of looking near a place: ST_DWithin in PostGIS, with the same reports and the same questions."""

import pathlib
import subprocess

from harness import cluster, load

HERE = pathlib.Path(__file__).resolve().parent
SETTINGS = {"jit": "off", "max_parallel_workers_per_gather": "0", "shared_buffers": "2GB"}
# Each form by the column that it asks and its index; the others' indexes would only mislead the planner.
FORMS = {
    "geography, GiST": ("geog", "report_geog"),
    "geometry in EPSG:2178, GiST": ("geom", "report_geom"),
    "geometry in EPSG:2178, GiST with the category before the place": ("geom", "report_category_geom"),
}
CHECKED = 5000


class PostGIS:
    """One table in a cluster of the benchmark's own."""

    def __init__(self, running, folder, exported, questions):
        folder.mkdir()
        folder.chmod(0o711)
        self.folder = folder
        self.cluster = cluster.Cluster(running, folder, SETTINGS)
        self.connection = self.cluster.connection
        self.cluster.ask((HERE / "near-table.sql").read_text(encoding="utf-8"))
        with open(exported, "rb") as lines:
            subprocess.run(
                ["psql", "-XAtq", "-c", "COPY exported FROM STDIN", self.connection], stdin=lines, check=True, timeout=300
            )
        moment, *asked = questions.read_text(encoding="utf-8").splitlines()
        self.questions = len(asked)
        self.cluster.fill("asked", asked)
        self.cluster.ask(f"\\set moment {int(moment)}\n" + (HERE / "near-indexes.sql").read_text(encoding="utf-8"), 300)
        subprocess.run(["psql", "-XAtq", "-c", "VACUUM ANALYZE report, question", self.connection], check=True, timeout=300)
        listed = self.cluster.ask("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'report'")
        self.indexes = dict(line.split("|", 1) for line in listed.splitlines())

    def version(self):
        told = self.cluster.ask("SELECT postgis_lib_version(), current_setting('server_version')").strip().split("|")
        return f"PostGIS {told[0]} on PostgreSQL {told[1]}"

    def hold(self, form):
        """Leaves the index that a form of the statement needs."""
        _, wanted = FORMS[form]
        for name, definition in self.indexes.items():
            if name == wanted:
                self.cluster.ask(definition.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS"), 300)
            else:
                self.cluster.ask(f"DROP INDEX IF EXISTS {name}")
        self.cluster.ask("ANALYZE report")

    def statement(self, form):
        column, _ = FORMS[form]
        return (HERE / "near.sql").read_text(encoding="utf-8").replace("@column@", column)

    def rate(self, form, seconds, clients):
        script = self.folder / "near.sql"
        script.write_text(self.statement(form), encoding="utf-8")
        return load.pgbench(self.connection, {str(script): ("questions", self.questions)}, seconds, clients=clients)

    def found(self, form):
        """How many reports the first questions find."""
        statement = self.statement(form).split("\n", 1)[1].replace("q.n = :n;", f"q.n <= {CHECKED}")
        return int(self.cluster.ask(f"SELECT count(*) FROM ({statement}) AS found"))
