using System.IO.Compression;

namespace NewsAlerts.Fuzz.Inputs;

/// <summary>Archives that are small until they are opened.</summary>
internal static class Bombs
{
    private const int Block = 1_000_000;

    /// <param name="size">How much it would become, in bytes.</param>
    public static byte[] Gzip(long size)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            Fill(gzip, size);
        }

        return packed.ToArray();
    }

    /// <param name="size">How much it would become, in bytes.</param>
    public static byte[] Zip(long size)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("../../article.txt").Open();
            Fill(entry, size);
        }

        return packed.ToArray();
    }

    private static void Fill(Stream stream, long size)
    {
        var zeros = new byte[Block];
        for (long written = 0; written < size; written += Block)
        {
            stream.Write(zeros);
        }
    }
}
