"""Write schemas/article.schema.json from the models: python tools/write_schema.py."""

from pathlib import Path

from articleparse.schema import schema_text

TARGET = Path(__file__).parent.parent / "schemas" / "article.schema.json"

if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(schema_text(), encoding="utf-8")
