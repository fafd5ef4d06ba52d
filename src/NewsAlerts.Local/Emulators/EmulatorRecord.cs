using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsAlerts.Local.Emulators;

/// <summary>Where an emulator of ours listens, written beside its data, so that another command on this machine finds it.</summary>
internal sealed record EmulatorRecord(int ProcessId, ImmutableArray<int> Ports)
{
    public static async Task<EmulatorRecord?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var json = await File.ReadAllBytesAsync(path, cancellationToken);
            return JsonSerializer.Deserialize(json, EmulatorRecordJson.Default.EmulatorRecord) is { Ports.IsDefaultOrEmpty: false } record ? record : null;
        }
        catch (Exception ex) when (ex is IOException or JsonException)
        {
            // None, or half of one: its writer has not finished, or was killed. Either way nothing to be found by.
            return null;
        }
    }

    public Task WriteAsync(string path, CancellationToken cancellationToken) =>
        File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(this, EmulatorRecordJson.Default.EmulatorRecord), cancellationToken);

    /// <summary>Whether the emulator's process is still there. A number that has gone to a program of another kind does not count.</summary>
    public bool IsRunning()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return !process.HasExited && process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception ex) when (ex is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EmulatorRecord))]
internal sealed partial class EmulatorRecordJson : JsonSerializerContext;
