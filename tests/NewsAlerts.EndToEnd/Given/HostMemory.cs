using System.Globalization;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>The memory of a process, as Linux accounts for it: what is resident, and the most that was.</summary>
internal sealed class HostMemory(int process)
{
    /// <summary>Bytes that are resident now.</summary>
    public long Now => Read("VmRSS:");

    /// <summary>The most bytes that were resident since <see cref="Forget"/>.</summary>
    public long Peak => Read("VmHWM:");

    /// <summary>Begins anew with what is resident now (proc(5), clear_refs).</summary>
    public void Forget() => File.WriteAllText($"/proc/{process}/clear_refs", "5");

    private long Read(string field)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1_024;
    }
}
