using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Emulators;

namespace NewsAlerts.Local.Watching;

/// <summary>
/// What this machine has seen of folders and feeds: small files in <c>watch</c> of the data folder, apart for each storage account. On this machine and
/// not in the account, because that is what it is about; whoever loses it adds some things again, which the library recognises.
/// </summary>
internal sealed class WatchMemory : IRobotsMemory
{
    private readonly string _folder;
    private readonly string _account;

    private WatchMemory(string folder, string account) => (_folder, _account) = (folder, account);

    /// <param name="dataFolder">The folder of the local emulators.</param>
    /// <param name="account">The storage account; the local one has another port at every start, and is the same all the same.</param>
    public static WatchMemory Open(string dataFolder, Uri? account)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "watch")).FullName;
        return new WatchMemory(folder, account is null or { IsLoopback: true } ? account?.AbsolutePath ?? "/" : account.AbsoluteUri);
    }

    public FolderBook Folder(string folder) => FolderBook.Open(FileOf("folder", folder, ".jsonl"));

    /// <summary>Where what is known of a feed is kept.</summary>
    public string FileOfFeed(Uri feed) => FileOf("feed", feed.AbsoluteUri, ".json");

    public FeedMemory Feed(Uri feed) => Read(FileOfFeed(feed), WatchMemoryJson.Default.FeedMemory) ?? new FeedMemory();

    public void Save(Uri feed, FeedMemory memory) => Write(FileOfFeed(feed), memory, WatchMemoryJson.Default.FeedMemory);

    public RobotsRecord? Find(string origin) => Read(FileOf("robots", origin, ".json"), WatchMemoryJson.Default.RobotsRecord);

    public void Save(string origin, RobotsRecord record) => Write(FileOf("robots", origin, ".json"), record, WatchMemoryJson.Default.RobotsRecord);

    /// <summary>Keeps every other process from watching the same meanwhile.</summary>
    /// <exception cref="CommandException">One does.</exception>
    public FileStream Hold(string source) =>
        ExclusiveFile.TryOpen(FileOf("hold", source, ".lock"))
        ?? throw new CommandException($"Another `newsalerts watch` watches {source} already. Stop it, or leave this one out.");

    private string FileOf(string kind, string what, string extension)
    {
        // Names are hashes: addresses may hold a reader's token, and have characters that no file may.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{_account}\n{what}"));
        return Path.Combine(_folder, $"{kind}-{Convert.ToHexStringLower(hash.AsSpan(0, 10))}{extension}");
    }

    private static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), type);
        }
        catch (Exception ex) when (ex is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    private static void Write<T>(string path, T value, JsonTypeInfo<T> type)
    {
        // Hosts are told apart by what they are called, and may redirect to the same one at the same moment.
        var aside = $"{path}.{Path.GetRandomFileName()}";
        File.WriteAllBytes(aside, JsonSerializer.SerializeToUtf8Bytes(value, type));
        File.Move(aside, path, overwrite: true);
    }
}

/// <summary>What is known of a feed.</summary>
internal sealed record FeedMemory
{
    /// <summary>When it was last asked for.</summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>It is not asked for before that: the server wished so, or it fails.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often it has failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Since when it is gone for good.</summary>
    public DateTimeOffset? Gone { get; init; }

    /// <summary>Of the last document that was dropped, or had nothing new.</summary>
    public FeedVersion? Version { get; init; }

    /// <summary>Its hash.</summary>
    public string? Content { get; init; }

    /// <summary>How long its author says that it may be kept.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>How long its server last said that it will do.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>The keys of its entries.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SeenFile))]
[JsonSerializable(typeof(FeedMemory))]
[JsonSerializable(typeof(RobotsRecord))]
internal sealed partial class WatchMemoryJson : JsonSerializerContext;
