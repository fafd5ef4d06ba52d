using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Local.Terminal;

namespace NewsAlerts.Local.Diagnosing;

/// <summary>Tries out the storage account, its clock, and the key ring in it.</summary>
internal static class StorageExamination
{
    private const string Remedy = "Check --storage, the network, and that this identity has the roles Storage Blob, Queue and Table Data Contributor.";
    private const string Setup = "`newsalerts run` sets up what is missing; in Azure the deployment does.";

    /// <summary>What the other side of a webhook tolerates, five minutes, and storage, fifteen, less a margin.</summary>
    private static readonly TimeSpan Tolerable = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan Unremarkable = TimeSpan.FromSeconds(5);

    public static IEnumerable<Examination> Of(IServiceProvider services)
    {
        var probe = services.GetRequiredService<StorageProbe>();
        yield return Round("blobs", probe.TryBlobAsync);
        yield return Round("queues", probe.TryQueueAsync);
        yield return Round("tables", probe.TryTableAsync);
        yield return Examination.Of("storage layout", stop => LookForMissingAsync(probe, stop), Remedy);
        yield return Examination.Of("clock", stop => LookAtClockAsync(probe, stop), Remedy);
        yield return Examination.Of("key ring", _ => Task.Run(() => LookAtKeys(services)), "Check KeyRing__VaultKey and that this identity may unwrap with it; without the old keys the links in mails that are out no longer work.");

        Examination Round(string check, Func<CancellationToken, Task> tryAsync) => Examination.Of(
            check,
            async stop =>
            {
                await tryAsync(stop);
                return Finding.Ok(check, $"written, read and deleted at {probe.Endpoint.Authority}");
            },
            check is "blobs" ? $"{Remedy} {Setup}" : Remedy);
    }

    private static async Task<Finding> LookForMissingAsync(StorageProbe probe, CancellationToken cancellationToken) =>
        await probe.MissingAsync(cancellationToken) is { Count: > 0 } missing
            ? Finding.Problem("storage layout", $"missing: {string.Join(", ", missing)}", Setup)
            : Finding.Ok("storage layout", "all containers, queues and tables are there");

    private static async Task<Finding> LookAtClockAsync(StorageProbe probe, CancellationToken cancellationToken)
    {
        var ahead = await probe.MeasureClockAsync(cancellationToken);
        var seen = ahead.Duration() < TimeSpan.FromSeconds(1)
            ? "within a second of the storage account's"
            : $"{ahead.Duration().TotalSeconds:0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} the storage account's";
        const string remedy = "Set this machine's clock by NTP. Digests come early or late by as much; beyond five minutes webhook receivers refuse what it sends.";
        return ahead.Duration() > Tolerable ? Finding.Problem("clock", seen, remedy)
            : ahead.Duration() > Unremarkable ? Finding.Warning("clock", seen, remedy)
            : Finding.Ok("clock", seen);
    }

    /// <summary>Each key is opened, which is what a link in a mail needs it for; none is made.</summary>
    private static Finding LookAtKeys(IServiceProvider services)
    {
        var keys = services.GetRequiredService<IKeyManager>().GetAllKeys();
        foreach (var key in keys)
        {
            _ = key.CreateEncryptor() ?? throw new InvalidDataException($"The key {key.KeyId} cannot be used.");
        }

        return Finding.Ok("key ring", keys.Count == 0 ? "empty: the first link in a mail makes the first key" : $"{Wording.Count(keys.Count, "key")}, all readable");
    }
}
