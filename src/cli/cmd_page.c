/* cmd_page - the articles of what comes in, as they are found; nothing is read of what they
 * say.  For looking at what read gets to see, and for other programs.
 */
#include "cli.h"

static cli_exit run(const cli_args *args)
{
  return cli_read_all(args, CLI_ARTICLE);
}

const cli_command cli_page = {
    .name = "page",
    .synopsis =
        "page [--format F] [--published DATE] [--jobs N] [--after PLACE] PATH... or -",
    .summary = "find the article in web pages and documents, print it",
    .text =
        "Takes the same inputs as `mahdar read` and prints the article that is found in\n"
        "each as mahdar.article/1, one JSON object a line: headline, byline, outlet, "
        "days,\n"
        "address, language, text and section headings, and in `found` where each was "
        "found\n"
        "(json-ld, open-graph, meta, microdata, time, heading, title, text, address, "
        "feed,\n"
        "field, header, script).  Nothing is read of what the article says.\n",
    .examples = "  mahdar page story.html\n"
                "  mahdar page news.warc.gz > articles.jsonl\n"
                "  mahdar page story.html | jq -r .text\n",
    .options = CLI_O_AFTER | CLI_O_NET | CLI_O_FORMAT | CLI_O_PUBLISHED | CLI_O_JOBS |
               CLI_O_PROGRESS,
    .least = 1,
    .most = -1,
    .run = run};
