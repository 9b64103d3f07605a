/* driver - main() for a fuzz target that is built without libFuzzer: replays the files,
 * and the files of the folders, that are given.  So old findings and seeds run in the
 * ordinary tests, under any compiler.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int run_file(const char *path, long size)
{
  FILE *f = fopen(path, "rb");
  uint8_t *bytes = malloc(size > 0 ? (size_t)size : 1);
  const size_t n = f && bytes ? fread(bytes, 1, (size_t)size, f) : 0;
  const int ok = f && bytes && n == (size_t)size;
  if (ok)
    LLVMFuzzerTestOneInput(bytes, n);
  else
    fprintf(stderr, "%s: cannot read\n", path);
  if (f) fclose(f);
  free(bytes);
  return ok ? 0 : 1;
}

/* The number of files that could not be read. */
static int run(const char *path, unsigned *done)
{
  struct stat st;
  if (stat(path, &st) != 0) return fprintf(stderr, "%s: not there\n", path), 1;
  if (!S_ISDIR(st.st_mode)) return ++*done, run_file(path, (long)st.st_size);
  int failed = 0;
  DIR *folder = opendir(path);
  for (struct dirent *d; folder && (d = readdir(folder));) {
    char inner[4096];
    if (d->d_name[0] == '.') continue;
    snprintf(inner, sizeof inner, "%s/%s", path, d->d_name);
    failed += run(inner, done);
  }
  if (folder) closedir(folder);
  return failed;
}

int main(int argc, char **argv)
{
  unsigned done = 0;
  int failed = 0;
  for (int i = 1; i < argc; i++) failed += run(argv[i], &done);
  printf("%u inputs replayed\n", done);
  return failed ? 1 : 0;
}
