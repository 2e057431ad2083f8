"""Whether everybody can use the pages: checks of one open page, each giving a line for every fault. `make test` runs a sample, `make soak` all pages' kinds."""
