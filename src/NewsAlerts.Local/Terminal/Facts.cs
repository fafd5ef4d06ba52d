using Spectre.Console;

namespace NewsAlerts.Local.Terminal;

/// <summary>Facts in aligned columns: a quiet label, and what there is to say, continued below itself.</summary>
internal static class Facts
{
    public static Grid Create() => new Grid()
        .AddColumn(new GridColumn().PadLeft(2).PadRight(2).NoWrap())
        .AddColumn(new GridColumn().PadLeft(0).PadRight(0));

    /// <summary>Adds a fact; both are markup.</summary>
    public static Grid Fact(this Grid facts, string label, string text) => facts.AddRow(label, text);
}
