"""A workbook as Excel 97 kept it: made-up households, a font of TCVN3, a hidden row, merged cells, an error."""

from __future__ import annotations

import base64
import lzma
from pathlib import Path

_PACKED = (
    "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Bn/BVhdAGgzvhyGMHdg9KSEKcLeHHYngvKRhtyIyie64/sTxf7fKP9jQyCAhUCCKzLL8YVKqPSviD"
    "z7tbVkl8mE9LvHa+w6uOWd0ZfqX/kA4euk6vRPsxMOclkR6Oh20iDU6lhpUdvIpHTTj34ZlfmfSgkdvaCOtbODYGo2qB37LJH6jIK59XsG1ec+"
    "vw2nkE8QKEMgNSK7v1Q9vXqZPeyhRmSwcklU+ray8hqfCDkpmH40s9ygQvngU7cwWWUatc+qXN8/eTA/mmpb2j9NYzHZbeYDR6l3JHhvInWMZu"
    "lWpXP41SuwZL5POgpvHFRoWckHM3vz6+801zpS9hFVY0ckPvepmZ2qEsR+96VJZmMc8NkZB3FTqyy/nt5iTs1+fLi/9kR1O1Wlp28n3NvMpskS"
    "00KGCT4kI2akYcbLuPjg/yDNPsRn34YiUpgTSGNpM798ITbH7ZE8Z2lT5ZMTq3syBhEJt7uhGCN9/cRL9UPf0tuer8CWwovv4Xn3S61JuH+xFh"
    "fIT9Y0wF28EAkpfu3hRIIAxyZkh5KV4qnHmqeO1nPEGEOIuLf8kmz0q7WrXQZXY13Ymh4nlucaTQeqJExGt9lB6cdmQjaWzCUhDNWE41gwW30r"
    "LswsULudQAxd1rnYyAPdi81ZTIYi9nUqvblvtV0ImnOi+61/b10VzcEMlWzBXeemGT38LOsCLw2V+tJPa3KMy2AUGxzIgvBG7jDxvrkoSG5p88"
    "tJKAdoUgrtlJvop+NiFtOfSuBkcY5PycvShNc+gwn03IrETJ7ofMqShBVy5XZTLi4XdfMdpDR0xzH07TMPhNROsAruksg29P5Gn51gjRJ/pUVP"
    "Xik/uZDTWTpPnTWeULdIqV8CfJvq9rResovQwV8/B8oWnn/GuTi81BEPZuHU4nxwgCT0T6iFovQIRqFuADqlFI8nOjZM7p55waiddld7QUDFOH"
    "vRM5pDba0PzP0xq8AAhiKC7zqerlQNtOLkoy+hfrQcbeJq5G7MgswPi5D+wrGGiKchwnik1Gg2UIlxyIPHwThdUlDDNzGA4TRSLC4RENVRnA7v"
    "lzFYOmtQRnoyL3LxI7fvlllGYjL9JntDruXR8AItvS/haKZKhRoTEjjR7csBmwJ3TLHyPN7BoaT09x59cPGJwFeIaRWONzSTUw2RInHcq4HJ/o"
    "KoCQBuGX1LdCqZVBBuZ5zwnOf33IBLnzvFSbMQRnzmH3kllYGOqIxfa9yEgJiDoGZlPzQbRJ41z9eXvzRqezwiSDbhGXfcdiM8uuK/dPDbh9uv"
    "xyY1fsctNjHfeiD4mBVcoJ1jzACAP3taq3bt5zKtYianhc1neeTA/NKbhcaXp7RjAFvH90FLbWucQT5T7YBPMcFBpn7CN/dM7nCnJCE613o+dY"
    "On8stJ5preJCLiPHOC3nIOB/IlMUighaWjlgGqgejD7IqrZP4NGAZGOk8PnVs1aV5sWG/6v/WKeIPEyCsig98/lbkuG3XgQe7sBTKfLdtgcNtj"
    "nV21HMVMuCHUhd9Hm0nU5tHGHuQf1heO+0JHqyro53WRIS870p/KroFjwRj3V3j+SgjJnOZpIKJ3yYAuMEIcRyPOqPGN3rRf9u/zKTfWeO15GC"
    "vL028vLnaP627bQNnbZmr9s+YkqbxxfA81Hyy6c006FjcDCm+60aSQgRr+Y7W52gXCDE/FLmctE/nixySy2Bo8QZ+NlzmRvqMp6AER32G4spxJ"
    "1jd7oT/wCcvMzQwWouM8ua2cgQwSwPzerni/s6uM4ic4qFOHbyrmc6wGTdYaL3+eSYeOn76NndxsT+948oxzAdwWwpz+zA2oEXOQm5VuZwCc7k"
    "vfCZFCBQAB9AqANAAABGzdybHEZ/sCAAAAAARZWg=="
)


def write_old_excel(path: Path) -> Path:
    """Write the workbook; no library that we use writes this format."""
    path.write_bytes(lzma.decompress(base64.b64decode(_PACKED)))
    return path
