"""What every benchmark needs: processes that surely end, rounds that alternate, a page with the figures."""
