using System.CommandLine;
using NewsAlerts.Local.Emulators;

namespace NewsAlerts.Chaos;

/// <summary>The command line of the rig.</summary>
internal static class ChaosCommand
{
    public static RootCommand Create()
    {
        var shape = new ChaosPlan { Seed = 1 };
        var seed = Number("--seed", "Decides everything that the rig decides. Give it again to repeat a run.", 1, int.MinValue, int.MaxValue);
        var runs = Number("--runs", "How many seeds are run, one after the other, from --seed on.", 1, 1, 1_000);
        var articles = Number("--articles", "Originals that are dropped: new, the same again, changed, malformed.", shape.Articles, 1, 99_999);
        var subscriptions = Number("--subscriptions", "Subscriptions at the start; as many again may come.", shape.Subscriptions, 1, 400);
        var kills = Number("--kills", "Hosts that are killed (SIGKILL).", shape.Kills, 0, 10_000);
        var stops = Number("--stops", "Hosts that are stopped and continued, every second one past its lease. Default: a fifth of --kills.", -1, -1, 10_000);
        var restarts = Number("--restarts", "Hosts that are ended (SIGTERM) and started again. Default: a tenth of --kills.", -1, -1, 10_000);
        var faults = Number("--faults", "Of a hundred requests to storage, webhooks, mail and the model, so many are disturbed.", shape.FaultPercent, 0, 60);
        var hosts = Number("--hosts", "Processes of the local host.", shape.Hosts, 1, 16);
        var skew = Number("--skew", "Milliseconds that hosts' clocks are ahead of this machine's, or behind.", (int)shape.ClockSkew.TotalMilliseconds, 0, 2_000);
        var aftermath = Number("--aftermath", "Seconds that requests are disturbed after the last blow, and those to webhooks and mail for as long again.", (int)shape.Aftermath.TotalSeconds, 0, 3_600);
        var settle = Number("--settle", "Seconds that the system has to come to rest.", (int)shape.Settle.TotalSeconds, 10, 3_600);
        var older = new Option<string?>("--older")
        {
            Description = "The rig's program (NewsAlerts.Chaos.dll) as an earlier version built it: every second host that starts is that version's, as in a rolling upgrade.",
            HelpName = "FILE",
        };
        var logs = new Option<string?>("--logs") { Description = "A folder for the hosts' logs, which are else thrown away.", HelpName = "FOLDER" };
        var command = new RootCommand(
            "Kills, stops and restarts hosts, disturbs what they ask and send, changes subscriptions meanwhile, and holds what came out to a ledger of its own. "
            + "Starts its own Azurite, mail server, webhook receiver and model. Ends with 1 where anything was lost, duplicated, stuck, wrong or left over.")
        {
            seed, runs, articles, subscriptions, kills, stops, restarts, faults, hosts, skew, aftermath, settle, older, logs,
        };
        command.SetAction(async (input, cancellationToken) =>
        {
            var good = true;
            for (var i = 0; i < input.GetValue(runs); i++)
            {
                var killed = input.GetValue(kills);
                good &= await RunAsync(
                    new ChaosPlan
                    {
                        Seed = input.GetValue(seed) + i,
                        Articles = input.GetValue(articles),
                        Subscriptions = input.GetValue(subscriptions),
                        Kills = killed,
                        Stops = input.GetValue(stops) is >= 0 and var stopped ? stopped : killed / 5,
                        Restarts = input.GetValue(restarts) is >= 0 and var restarted ? restarted : killed / 10,
                        FaultPercent = input.GetValue(faults),
                        Hosts = input.GetValue(hosts),
                        Older = input.GetValue(older) is { } path ? Path.GetFullPath(path) : null,
                        ClockSkew = TimeSpan.FromMilliseconds(input.GetValue(skew)),
                        Aftermath = TimeSpan.FromSeconds(input.GetValue(aftermath)),
                        Settle = TimeSpan.FromSeconds(input.GetValue(settle)),
                    },
                    input.GetValue(logs),
                    cancellationToken);
            }

            return good ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> RunAsync(ChaosPlan plan, string? logs, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("newsalerts-chaos-");
        try
        {
            using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
            var options = new EmulatorOptions
            {
                DataFolder = temporary.FullName,
                InstallFolder = Path.Combine(Repository.Root, ".newsalerts", "emulators"),
                KnownAzurite = null,
                KnownMailServer = null,
            };
            await using var azurite = await new EmulatorStarter(options, http, TimeProvider.System).StartAzuriteAsync(progress: null, cancellationToken);
            var folder = logs is null ? temporary.FullName : Directory.CreateDirectory(Path.Combine(logs, $"seed-{plan.Seed}")).FullName;
            var run = new ChaosRun(plan, azurite.ConnectionString, folder, TimeProvider.System, text => Console.Error.WriteLine($"seed {plan.Seed}: {text}"));
            var report = await run.RunAsync(cancellationToken);
            Console.WriteLine(report.Table());
            Console.WriteLine(report.Story());

            return report.IsGood && report.IsWhole;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static Option<int> Number(string name, string description, int byDefault, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => byDefault, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() is var value && value >= least && value <= most)
            {
                return;
            }

            result.AddError($"{name} is {value}; it takes {least} to {most}.");
        });
        return option;
    }
}
