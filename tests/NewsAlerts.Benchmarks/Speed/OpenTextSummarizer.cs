using System.Runtime.InteropServices;
using System.Text;

namespace NewsAlerts.Benchmarks.Speed;

/// <summary>Open Text Summarizer, the library that Debian's command <c>ots</c> calls, as that command calls it (libots 0.5, ots/libots.h).</summary>
internal static partial class OpenTextSummarizer
{
    private const string Library = "libots-1.so.0";

    public static bool IsInstalled
    {
        get
        {
            var found = NativeLibrary.TryLoad(Library, out var library);
            if (found)
            {
                NativeLibrary.Free(library);
            }

            return found;
        }
    }

    /// <summary>Condenses a text to <paramref name="sentences"/> sentences, as the command does, printing apart.</summary>
    public static void Condense(byte[] text, int sentences)
    {
        var article = Open();
        try
        {
            Parse(text, (nuint)text.Length, article);
            Grade(article);
            Highlight(article, sentences);
            Free(TextOf(article, out _));
        }
        finally
        {
            FreeArticle(article);
        }
    }

    /// <summary>Only reads the dictionary, as every article must: the library keeps it in the article.</summary>
    public static void ReadDictionary() => FreeArticle(Open());

    private static nint Open()
    {
        var article = NewArticle();
        return LoadDictionary(article, Encoding.UTF8.GetBytes("en\0"))
            ? article
            : throw new InvalidOperationException("libots has no English dictionary (/usr/share/ots/en.xml). Install Debian's package libots0 again.");
    }

    [LibraryImport(Library, EntryPoint = "ots_new_article")]
    private static partial nint NewArticle();

    [LibraryImport(Library, EntryPoint = "ots_load_xml_dictionary")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool LoadDictionary(nint article, byte[] name);

    [LibraryImport(Library, EntryPoint = "ots_parse_stream")]
    private static partial void Parse(byte[] text, nuint length, nint article);

    [LibraryImport(Library, EntryPoint = "ots_grade_doc")]
    private static partial void Grade(nint article);

    [LibraryImport(Library, EntryPoint = "ots_highlight_doc_lines")]
    private static partial void Highlight(nint article, int lines);

    [LibraryImport(Library, EntryPoint = "ots_get_doc_text")]
    private static partial nint TextOf(nint article, out nuint length);

    [LibraryImport(Library, EntryPoint = "ots_free_article")]
    private static partial void FreeArticle(nint article);

    // The library allocates with glib, whose allocator has been the C library's since 2.46.
    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(nint memory);
}
