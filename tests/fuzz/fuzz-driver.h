/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

/* Each fuzz program checks what must hold for any input: it aborts where it does not. Run with files it tries
 * those; without, it mutates its seeds a fixed number of times, the same way each time. With
 * clang -fsanitize=fuzzer -DXB_LIBFUZZER it is a libFuzzer target. */

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

#ifndef XB_LIBFUZZER

typedef struct
{
  const char *data;
  gsize       size;
} Seed;

#define SEED(text) { text, sizeof text - 1 }

static void
mutate (GByteArray *bytes,
        GRand      *rand,
        const Seed *other)
{
  guint at = bytes->len > 0 ? g_rand_int_range (rand, 0, bytes->len) : 0;
  guint8 byte = g_rand_int_range (rand, 0, 256);
  static const guint8 telling[] = "\"\",,;\t\r\n+-(0168)\xff\x80\xef\xbc\x90";

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0: /* change a byte */
      if (bytes->len > 0)
        bytes->data[at] = byte;
      break;
    case 1: /* take some out */
      if (bytes->len > 0)
        g_byte_array_remove_range (bytes, at, g_rand_int_range (rand, 0, MIN (bytes->len - at, 8) + 1));
      break;
    case 2: /* put a telling byte in */
      byte = telling[g_rand_int_range (rand, 0, sizeof telling - 1)];
      g_byte_array_append (bytes, &byte, 1);
      memmove (bytes->data + at + 1, bytes->data + at, bytes->len - 1 - at);
      bytes->data[at] = byte;
      break;
    case 3: /* cut off */
      g_byte_array_set_size (bytes, at);
      break;
    case 4: /* put another seed behind */
      if (bytes->len < 4096)
        g_byte_array_append (bytes, (const guint8 *) other->data, other->size);
      break;
    default: /* flip a bit */
      if (bytes->len > 0)
        bytes->data[at] ^= 1 << (byte % 8);
      break;
    }
}

static int
run_fuzz (int         argc,
          char      **argv,
          const Seed *seeds,
          guint       n_seeds,
          guint       rounds)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260928);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();

  for (int i = 1; i < argc; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *data = NULL;
      gsize size;

      if (!g_file_get_contents (argv[i], &data, &size, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const uint8_t *) data, size);
    }
  for (guint i = 0; argc < 2 && i < rounds; i++)
    {
      const Seed *seed = &seeds[g_rand_int_range (rand, 0, n_seeds)];
      int changes = g_rand_int_range (rand, 0, 6);

      g_byte_array_set_size (bytes, 0);
      g_byte_array_append (bytes, (const guint8 *) seed->data, seed->size);
      while (changes-- > 0)
        mutate (bytes, rand, &seeds[g_rand_int_range (rand, 0, n_seeds)]);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
  return 0;
}

#endif
